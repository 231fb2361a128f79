import type { FlowRecords, NewFlow } from './flow-catalogue.js';

export interface MadeRecords {
  categories: number;
  flows: number;
}

/** Others' records, with a count of what was made: also when the next one cannot be. */
export class CountedFlowRecords implements FlowRecords {
  readonly made: MadeRecords = { categories: 0, flows: 0 };

  constructor(private readonly records: FlowRecords) {}

  categories() {
    return this.records.categories();
  }

  flows() {
    return this.records.flows();
  }

  async makeCategory(name: string): Promise<string> {
    const id = await this.records.makeCategory(name);
    this.made.categories += 1;
    return id;
  }

  async makeFlow(flow: NewFlow): Promise<string> {
    const id = await this.records.makeFlow(flow);
    this.made.flows += 1;
    return id;
  }
}

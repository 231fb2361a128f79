import { Component, computed, inject, linkedSignal, resource } from '@angular/core';
import { MAT_DIALOG_DATA, MatDialogModule, MatDialogRef } from '@angular/material/dialog';

import type { FlowVersionDetailDto, FlowVersionDto } from '@flowpilot/contracts';

import { toProblem } from '../../../core/problem.js';
import { Session } from '../../../core/session/session.js';
import { dayAndTime } from '../../../ui/dates.js';
import { CsvDownload } from '../../../ui/download/csv-download.js';
import { Icon } from '../../../ui/icon.js';
import { ErrorState } from '../../../ui/states/error-state.js';
import { SkeletonRows } from '../../../ui/states/skeleton-rows.js';
import { flowPath } from '../../flow-api.js';
import { type ComparedFlow, compareVersions } from './compare-versions.js';
import { ComparisonView } from './comparison-view.js';
import { VersionList } from './version-list.js';

/** The flow whose versions are looked at. */
export interface VersionsOf {
  readonly id: string;
  readonly name: string;
  readonly current: number;
  readonly mayRestore: boolean;
}

/** Who made each version and when; what it changed, or how it differs from any other; the way back to it. */
@Component({
  selector: 'fp-versions-dialog',
  imports: [ComparisonView, CsvDownload, ErrorState, Icon, MatDialogModule, SkeletonRows],
  providers: [VersionList],
  templateUrl: './versions-dialog.html',
  styleUrl: './versions-dialog.css',
})
export class VersionsDialog {
  protected readonly flow = inject<VersionsOf>(MAT_DIALOG_DATA);
  protected readonly list = inject(VersionList);
  private readonly dialog = inject<MatDialogRef<VersionsDialog, number>>(MatDialogRef);
  private readonly timeZone = inject(Session).user()?.account?.time_zone ?? 'UTC';

  protected readonly rows = computed(() => this.list.versions()?.map((version) => this.row(version)));
  protected readonly chosen = linkedSignal(() => this.list.versions()?.[0]?.version);
  /** The version that the chosen one is compared with: the one before it, until another is asked for. */
  protected readonly base = linkedSignal(() => {
    const chosen = this.chosen();
    return chosen === undefined || chosen === 1 ? undefined : chosen - 1;
  });
  protected readonly bases = computed(() =>
    (this.list.versions() ?? []).map(({ version }) => version).filter((version) => version !== this.chosen()),
  );
  private readonly compared = resource({
    params: () => ({ chosen: this.chosen(), base: this.base() }),
    loader: async ({ params: { chosen, base } }) => {
      if (chosen === undefined || base === undefined) return null;
      const [before, after] = await Promise.all([this.list.content(base), this.list.content(chosen)]);
      return compareVersions(comparable(before), comparable(after));
    },
  });
  protected readonly comparison = computed(() => (this.compared.hasValue() ? this.compared.value() : undefined));
  protected readonly failure = computed(() => {
    const error = this.compared.error();
    return error && toProblem(error);
  });
  protected readonly csvPath = `${flowPath(this.flow.id)}/versions.csv`;

  constructor() {
    void this.list.begin(this.flow.id);
  }

  protected retry(): void {
    if (this.list.versions() === undefined) void this.list.begin(this.flow.id);
    else this.compared.reload();
  }

  protected restore(): void {
    this.dialog.close(this.chosen());
  }

  private row({ version, created_by: author, created_at: at, step_count: steps }: FlowVersionDto) {
    const who = author === null ? 'The product' : author.kind === 'api_key' ? `API key ${author.name}` : author.name;
    return { version, who, when: dayAndTime(at, this.timeZone), steps, current: version === this.flow.current };
  }
}

function comparable(version: FlowVersionDetailDto): ComparedFlow {
  return { name: version.name, category: version.category, treeType: version.tree_type, steps: version.steps };
}

import { isIP } from 'node:net';

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads variables one by one and gathers every fault, so that all of them are told at once. */
export class EnvironmentReader {
  readonly faults: string[] = [];

  constructor(private readonly environment: Environment) {}

  /** Undefined when unset or empty. */
  text(name: string): string | undefined {
    const value = this.environment[name]?.trim();
    return value === '' ? undefined : value;
  }

  integer(name: string, fallback: number, min: number, max: number): number {
    const text = this.text(name);
    if (text === undefined) return fallback;
    const value = Number(text);
    if (/^\d+$/.test(text) && value >= min && value <= max) return value;
    return this.fault(`${name} must be a whole number from ${min} to ${max}, not "${text}".`, fallback);
  }

  boolean(name: string): boolean | undefined {
    const text = this.text(name)?.toLowerCase();
    if (text === undefined) return undefined;
    if (text === 'true' || text === '1') return true;
    if (text === 'false' || text === '0') return false;
    this.faults.push(`${name} must be true or false, not "${text}".`);
    return undefined;
  }

  oneOf<Choice extends string>(name: string, choices: readonly Choice[], fallback: Choice): Choice {
    const text = this.text(name);
    if (text === undefined) return fallback;
    const choice = choices.find((candidate) => candidate === text);
    return choice ?? this.fault(`${name} must be one of ${choices.join(', ')}, not "${text}".`, fallback);
  }

  url(name: string, protocols: readonly string[]): string | null {
    const text = this.text(name);
    if (text === undefined) return null;
    // The value may hold a password: it is never repeated.
    const wrong = `${name} must be a URL that begins with ${protocols.map((one) => `${one}//`).join(' or ')}.`;
    if (URL.canParse(text) && protocols.includes(new URL(text).protocol)) return text;
    return this.fault(wrong, null);
  }

  /** Addresses, CIDR ranges and names of ranges, between commas. */
  networks(name: string, known: readonly string[]): string[] {
    const networks = (this.text(name) ?? '').split(',').map((one) => one.trim()).filter((one) => one !== '');
    for (const network of networks) {
      if (known.includes(network) || isNetwork(network)) continue;
      this.faults.push(`${name} must hold addresses, ranges such as 10.0.0.0/8, or ${known.join(', ')}, not "${network}".`);
    }
    return networks;
  }

  fault<Value>(message: string, fallback: Value): Value {
    this.faults.push(message);
    return fallback;
  }
}

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const most = { 4: 32, 6: 128 }[isIP(address)];
  if (most === undefined || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most);
}

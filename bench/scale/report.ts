import type { Load } from './load.js';
import type { Measured } from './reads.js';
import type { Refreshed, Sizes } from './rollups.js';

/** What one run measured at one size. */
export interface Result {
  sessions: number;
  one: Measured;
  sixteen: Measured;
  single: Measured;
  bulk: { copied: number; ingested: number; memory: number };
  memory: { before: number; warm: number; after: number };
  built: Refreshed;
  late: Refreshed;
  sizes: Sizes;
}

const ms = (value = NaN) => value.toFixed(value < 10 ? 2 : 1);
const count = (value = NaN) => Math.round(value).toLocaleString('en');
const times = (value: number) => (value < 10 ? value.toFixed(2) : count(value));

export function show(result: Result): void {
  console.log(`\n## ${count(result.sessions)} sessions\n`);
  showOne(result.one);
  showSixteen(result.sixteen);
  showWrites(result);
  const { memory, built, late, sizes } = result;
  console.log(`\nServer memory, MiB: ${count(memory.before)} before, ${count(memory.warm)} warm, ${count(memory.after)} after the load of 16 clients; ${count(result.bulk.memory)} at most in bulk`);
  console.log(`Rollups: ${count(built.days)} days of ${count(built.accounts)} accounts built in ${built.seconds.toFixed(1)} s; after 1,000 late writes ${count(late.days)} days of ${count(late.accounts)} accounts in ${late.seconds.toFixed(1)} s`);
  console.log(`Size: raw ${count(sizes.raw / 2 ** 20)} MiB, rollups ${((100 * sizes.rollups) / sizes.raw).toFixed(1)} % of it, of the largest account ${(100 * sizes.largestShare).toFixed(1)} %`);
}

function showOne(measured: Measured): void {
  console.log('| One client, largest account | p50 ms | p99 ms |\n| --- | ---: | ---: |');
  for (const [name, { p50, p99 }] of Object.entries(measured)) console.log(`| ${name} | ${ms(p50)} | ${ms(p99)} |`);
}

function showSixteen(measured: Measured): void {
  console.log('\n| 16 clients | requests/s | p50 ms | p99 ms | × first design | × bare Node | × bare Node of one table |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |');
  for (const [name, load] of Object.entries(measured)) {
    const ratio = (other: string) => {
      const beside = measured[`${name}, ${other}`];
      return beside ? times(load.perSecond / beside.perSecond) : '';
    };
    console.log(`| ${name} | ${count(load.perSecond)} | ${ms(load.p50)} | ${ms(load.p99)} | ${ratio('first design')} | ${ratio('bare Node')} | ${ratio('bare Node of one table')} |`);
  }
}

function showWrites({ single, bulk }: Result): void {
  console.log('\n| Recording, 16 clients | a second | p50 ms | p99 ms |\n| --- | ---: | ---: | ---: |');
  for (const [name, load] of Object.entries(single)) console.log(`| ${name} | ${count(load.perSecond)} | ${ms(load.p50)} | ${ms(load.p99)} |`);
  console.log(`| bulk | ${count(bulk.ingested)} | | |\n| COPY into the same indexes | ${count(bulk.copied)} | | |`);
  console.log(`\nBulk ${times(bulk.ingested / bulk.copied)} × COPY; late single writes ${times(perSecond(single, 'create, a month ago') / perSecond(single, 'create, now'))} × those of now`);
}

function perSecond(measured: Measured, name: string): number {
  const load: Load | undefined = measured[name];
  return load?.perSecond ?? NaN;
}

/** How each cost grows with the number of sessions. */
export function showGrowth(results: readonly Result[]): void {
  if (results.length < 2) return;
  console.log(`\n## Growth\n\n| | ${results.map(({ sessions }) => count(sessions)).join(' | ')} |\n| --- |${' ---: |'.repeat(results.length)}`);
  const row = (name: string, value: (result: Result) => string) => console.log(`| ${name} | ${results.map(value).join(' | ')} |`);
  for (const name of Object.keys(results[0]?.one ?? {})) row(`${name}, ms`, ({ one }) => ms(one[name]?.p50));
  for (const name of Object.keys(results[0]?.sixteen ?? {})) row(`16 clients, ${name}, requests/s`, ({ sixteen }) => count(sixteen[name]?.perSecond));
  for (const name of Object.keys(results[0]?.single ?? {})) row(`${name}, a second`, ({ single }) => count(single[name]?.perSecond));
  row('bulk, lines/s', ({ bulk }) => count(bulk.ingested));
  row('COPY, rows/s', ({ bulk }) => count(bulk.copied));
  row('building all rollups, s', ({ built }) => built.seconds.toFixed(1));
  row('refresh after 1,000 late writes, s', ({ late }) => late.seconds.toFixed(1));
  row('raw, MiB', ({ sizes }) => count(sizes.raw / 2 ** 20));
  row('rollups, MiB', ({ sizes }) => count(sizes.rollups / 2 ** 20));
}

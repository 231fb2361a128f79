import { tableTarget } from './table-moves.js';

const TABLE = `
  <div role="region" tabindex="0" id="region">
    <table>
      <thead><tr><th><button id="head"></button></th></tr></thead>
      <tbody>
        <tr><th><a href="/1" id="name1"></a></th><td><a href="/1/s" id="sessions1"></a></td></tr>
        <tr><th>Nothing to reach</th><td></td></tr>
        <tr><th><a href="/2" id="name2"></a></th><td></td></tr>
        <tr><th><a href="/3" id="name3"></a></th><td><a href="/3/s" id="sessions3"></a></td></tr>
      </tbody>
    </table>
  </div>
  <a href="/" id="outside"></a>`;

describe('tableTarget', () => {
  beforeEach(() => {
    // jsdom lays nothing out.
    HTMLElement.prototype.checkVisibility = () => true;
    document.body.innerHTML = TABLE;
  });

  it.each([
    ['name1', 'ArrowDown', 'name2'],
    ['name2', 'ArrowUp', 'name1'],
    ['sessions1', 'ArrowDown', 'name2'],
    ['name1', 'ArrowRight', 'sessions1'],
    ['sessions3', 'ArrowLeft', 'name3'],
    ['sessions1', 'End', 'sessions3'],
    ['name3', 'Home', 'name1'],
    ['head', 'ArrowDown', 'name1'],
    ['region', 'ArrowDown', 'name1'],
    ['name1', 'ArrowUp', undefined],
    ['name3', 'ArrowDown', undefined],
    ['name1', 'ArrowLeft', undefined],
    ['region', 'ArrowRight', undefined],
    ['outside', 'ArrowDown', undefined],
    ['name1', 'x', undefined],
  ])('from %s, %s leads to %s', (from, key, to) => {
    expect(tableTarget(document.getElementById(from), key)?.id).toBe(to);
  });
});

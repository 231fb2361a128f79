import { LiveAnnouncer } from '@angular/cdk/a11y';
import { TestBed } from '@angular/core/testing';

import { outcome, question, vpnSteps } from '@flowpilot/testing';

import { Toast } from '../../../core/toast.js';
import { DraftHistory } from '../draft/draft-history.js';
import { newDraft } from '../draft/flow-draft.js';
import type { OutlineLine } from '../outline/outline-lines.js';
import { OutlineSelection } from '../outline/outline-selection.js';
import type { Steps } from './step-graph.js';
import { StepCommands } from './step-commands.js';

function editing(steps: Steps) {
  const said: string[] = [];
  const offers: { words: string; undo: () => void; withdrawn: boolean }[] = [];
  const offer = (words: string, _action: string, undo: () => void) => {
    const made = { words, undo, withdrawn: false };
    offers.push(made);
    return () => {
      made.withdrawn = true;
    };
  };
  TestBed.configureTestingModule({
    providers: [
      DraftHistory,
      OutlineSelection,
      StepCommands,
      { provide: Toast, useValue: { offer } },
      { provide: LiveAnnouncer, useValue: { announce: (words: string) => Promise.resolve(said.push(words)) } },
    ],
  });
  const [history, selection, commands] = [TestBed.inject(DraftHistory), TestBed.inject(OutlineSelection), TestBed.inject(StepCommands)];
  history.begin({ ...newDraft(), steps });
  const line = (key: string): OutlineLine => {
    const found = selection.lines().find((given) => given.key === key);
    if (!found) throw new Error(`there is no line ${key}`);
    return found;
  };
  const ids = () => history.steps().map(({ id }) => id);
  return { history, selection, commands, line, ids, said, offers };
}

describe('StepCommands', () => {
  it('adds a step behind an instruction, selects it and opens its form', () => {
    const { commands, selection, line } = editing(vpnSteps());
    commands.addAfter(line('update'), 'instruction');
    expect(selection.line()).toMatchObject({ number: 3, place: { stepId: 'update', option: null } });
    expect(selection.openKey()).toBe(selection.key());
  });

  it('adds to the first answer of a question that leads nowhere, and before an outcome', () => {
    const { commands, selection, line } = editing([question('a', { Yes: 'b', No: undefined }), outcome('b')]);
    commands.addAfter(line('a'), 'outcome');
    expect(selection.line()?.label).toBe('No');
    commands.addAfter(line('b'), 'question');
    expect(selection.line()?.label).toBe('Yes');
  });

  it('begins an empty flow', () => {
    const { commands, selection, ids } = editing([]);
    expect(selection.key()).toBeNull();
    commands.addAfter(null, 'question');
    expect(ids()).toHaveLength(1);
    expect(selection.lines().map(({ kind }) => kind)).toEqual(['step', 'open', 'open']);
  });

  it('says so where nothing can be added', () => {
    const { commands, line, ids, said } = editing([outcome('a'), outcome('stray'), question('b', {})]);
    commands.addAfter(line('stray'), 'instruction');
    commands.addAfter(line('b'), 'instruction');
    expect(ids()).toEqual(['a', 'stray', 'b']);
    expect(said).toEqual(['No step can be added here.', 'No step can be added here.']);
  });

  it('deletes an instruction alone, a question with its branches, an answer with its own', () => {
    const { commands, line, ids, history } = editing(vpnSteps());
    commands.delete(line('update'));
    expect(ids()).not.toContain('update');
    expect(ids()).toHaveLength(6);
    history.undo();
    commands.delete(line('still'));
    expect(ids()).toEqual(['networks', 'update', 'wired']);
    history.undo();
    commands.deleteAnswer({ stepId: 'networks', option: 0 });
    expect(ids()).toEqual(['networks', 'wired']);
  });

  it('selects the neighbour of what was deleted, and says how much it was', () => {
    const { commands, selection, line, offers } = editing(vpnSteps());
    selection.select('still');
    commands.delete(line('still'));
    expect(selection.key()).toBe('update');
    expect(offers.map(({ words }) => words)).toEqual(['4 steps deleted.']);
  });

  it('offers to undo a deletion until something else is done', () => {
    const { commands, history, line, ids, offers } = editing(vpnSteps());
    commands.delete(line('still'));
    TestBed.tick();
    offers[0]?.undo();
    expect(ids()).toHaveLength(7);
    commands.delete(line('still'));
    TestBed.tick();
    expect(offers[1]?.withdrawn).toBe(false);
    history.change({ name: 'VPN' });
    TestBed.tick();
    expect(offers[1]?.withdrawn).toBe(true);
  });

  it('keeps the selection through an undo', () => {
    const { commands, selection, line, history } = editing(vpnSteps());
    selection.select('wired');
    commands.move(line('wired'), -1);
    history.undo();
    expect(selection.key()).toBe('wired');
  });

  it('says when a step cannot move further', () => {
    const { commands, line, said } = editing(vpnSteps());
    commands.move(line('update'), -1);
    commands.move(line('wired'), -1);
    expect(said).toEqual(['It cannot move further.', 'Moved up.']);
  });

  it('cuts a reference off and keeps its step', () => {
    const { commands, line, ids } = editing([question('a', { Yes: 'b', No: 'b' }), outcome('b')]);
    commands.delete(line('a/1'));
    expect(ids()).toEqual(['a', 'b']);
    expect(line('a/1').kind).toBe('open');
  });
});

describe('OutlineSelection', () => {
  it('moves over the lines, to the step before and into the first answer', () => {
    const { selection } = editing(vpnSteps());
    const after = (...keys: Parameters<OutlineSelection['move']>[0][]) => {
      keys.forEach((key) => selection.move(key));
      return selection.key();
    };
    expect(after('Home')).toBe('networks');
    expect(after('ArrowDown', 'ArrowDown')).toBe('still');
    expect(after('ArrowRight')).toBe('resolved');
    expect(after('ArrowLeft')).toBe('still');
    expect(after('End')).toBe('wired');
    expect(after('ArrowDown')).toBe('wired');
    expect(after('ArrowLeft', 'ArrowLeft')).toBe('networks');
  });

  it('closes the form when another line is selected', () => {
    const { selection } = editing(vpnSteps());
    selection.open('update');
    expect(selection.openKey()).toBe('update');
    selection.move('ArrowDown');
    expect(selection.openKey()).toBeNull();
  });
});

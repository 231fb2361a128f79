import { vpnSteps } from '@flowpilot/testing';

import { FLOW } from '../flow-fixture.js';
import { editTexts } from '../steps/edit-step.js';
import { changes, creation, draftOf } from './draft-request.js';
import { newDraft } from './flow-draft.js';

describe('a draft of a stored flow', () => {
  const stored = draftOf({ ...FLOW, steps: vpnSteps() });

  it('changes nothing as it is, nor by white space alone', () => {
    expect(changes(stored, stored, 3)).toEqual({});
    expect(changes(stored, { ...stored, name: ' Backup  job failed ' }, 3)).toEqual({});
  });

  it('sends what was edited and nothing else, with the version it was made on', () => {
    expect(changes(stored, { ...stored, name: ' Backup  failed ', isActive: false }, 3)).toEqual({
      name: 'Backup failed',
      is_active: false,
      version: 3,
    });
  });

  it('sends the steps whole when one was edited', () => {
    const steps = editTexts(stored.steps, 'wired', { title: 'Ask for a cable' });
    expect(changes(stored, { ...stored, steps }, 3)).toEqual({ steps, version: 3 });
  });

  it('names no version for what versions do not keep', () => {
    expect(changes(stored, { ...stored, isActive: false, description: 'Nightly.' }, 3)).toEqual({
      is_active: false,
      description: 'Nightly.',
    });
  });

  it('clears what was emptied', () => {
    const described = { ...stored, description: 'Nightly.' };
    expect(changes(described, { ...described, category: null, description: '  ' }, 3)).toEqual({
      category_id: null,
      description: null,
      version: 3,
    });
  });
});

describe('a new draft', () => {
  it('is an active troubleshooting flow in the category given, without steps', () => {
    expect(creation({ ...newDraft({ id: 'category-1', name: 'Agents' }), name: 'Restart the agent' })).toEqual({
      name: 'Restart the agent',
      tree_type: 'troubleshooting',
      category_id: 'category-1',
      description: null,
      is_active: true,
      steps: [],
    });
  });
});

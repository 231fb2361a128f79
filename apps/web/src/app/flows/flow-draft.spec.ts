import { changes, changesSomething, creation, draftOf, newDraft } from './flow-draft.js';
import { FLOW } from './flow-fixture.js';

describe('a draft of a stored flow', () => {
  it('changes nothing as it is', () => {
    expect(changes(FLOW, draftOf(FLOW))).toEqual({});
    expect(changesSomething(FLOW, draftOf(FLOW))).toBe(false);
  });

  it('sends what was edited and nothing else', () => {
    expect(changes(FLOW, { ...draftOf(FLOW), name: ' Backup  failed ', isActive: false })).toEqual({
      name: 'Backup failed',
      is_active: false,
    });
  });

  it('clears what was emptied', () => {
    const described = { ...FLOW, description: 'Nightly.' };
    expect(changes(described, { ...draftOf(described), categoryId: '', description: '  ' })).toEqual({
      category_id: null,
      description: null,
    });
  });

  it('is not changed by white space alone', () => {
    expect(changesSomething(FLOW, { ...draftOf(FLOW), name: ' Backup job failed ' })).toBe(false);
  });
});

describe('a new draft', () => {
  it('is an active troubleshooting flow in the category given', () => {
    expect(creation({ ...newDraft('category-1'), name: 'Restart the agent' })).toEqual({
      name: 'Restart the agent',
      tree_type: 'troubleshooting',
      category_id: 'category-1',
      description: null,
      is_active: true,
    });
  });
});

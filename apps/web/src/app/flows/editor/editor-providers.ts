import { DraftHistory } from './draft/draft-history.js';
import { DraftOpening } from './draft/draft-opening.js';
import { FlowSaving } from './draft/flow-saving.js';
import { EditorKeys } from './editor-keys.js';
import { EditorMode } from './editor-mode.js';
import { OutlineSelection } from './outline/outline-selection.js';
import { DraftProblems } from './problems/draft-problems.js';
import { MovePlaces } from './steps/move-places.js';
import { StepCommands } from './steps/step-commands.js';
import { VersionRestoring } from './versions/version-restoring.js';

/** What the parts of one editor share; each page has its own. */
export const EDITOR_PROVIDERS = [
  DraftHistory,
  DraftOpening,
  DraftProblems,
  EditorKeys,
  EditorMode,
  FlowSaving,
  MovePlaces,
  OutlineSelection,
  StepCommands,
  VersionRestoring,
];

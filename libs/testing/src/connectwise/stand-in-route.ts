import type { Right } from './stand-in-records.js';
import type { StandInAnswer, StandInRequest } from './stand-in-request.js';
import type { StandInState } from './stand-in-state.js';

export interface StandInRoute {
  method: 'GET' | 'POST' | 'PATCH';
  /** Below `/{codebase}/apis/3.0`; `:id` stands for a number. */
  path: string;
  right: Right;
  handle(state: StandInState, request: StandInRequest, id: number): StandInAnswer;
}

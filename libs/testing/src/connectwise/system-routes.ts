import { listing } from './listing.js';
import { Refusal } from './refusal.js';
import type { StandInRoute } from './stand-in-route.js';

export const systemRoutes: readonly StandInRoute[] = [
  {
    method: 'GET',
    path: '/system/info',
    right: 'system.info',
    handle: () => ({ status: 200, body: { version: 'v2025.16', isCloud: true } }),
  },
  {
    method: 'GET',
    path: '/system/members',
    right: 'members.read',
    handle: (state, request) => listing(request, [...state.members.values()]),
  },
  {
    method: 'GET',
    path: '/service/boards',
    right: 'boards.read',
    handle: (state, request) => listing(request, [...state.boards.values()]),
  },
  {
    method: 'GET',
    path: '/service/boards/:id/statuses',
    right: 'boards.read',
    handle: (state, request, id) => {
      if (!state.boards.has(id)) throw Refusal.notFound('Board', id);
      return listing(request, [...state.statuses.values()].filter((status) => status.boardId === id));
    },
  },
];

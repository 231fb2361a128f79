import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';

export interface Route {
  method: string;
  /** With its parameters, as `/api/v1/users/:id`. */
  url: string;
}

/** Every route that was registered, as the router knows it. */
@Injectable()
export class RouteTable {
  private readonly routes: Route[] = [];

  /** Must be called before the first route is registered. */
  observe(instance: Pick<FastifyInstance, 'addHook'>): void {
    instance.addHook('onRoute', ({ method, url }) => {
      for (const one of Array.isArray(method) ? method : [method]) this.routes.push({ method: one, url });
    });
  }

  all(): readonly Route[] {
    return this.routes;
  }

  /** Methods that this path takes; empty when there is no such path. */
  methodsOf(path: string): string[] {
    const matching = this.routes.filter((route) => !route.url.includes('*') && matches(route.url, path));
    return [...new Set(matching.map((route) => route.method))];
  }
}

function matches(pattern: string, path: string): boolean {
  const wanted = pattern.split('/');
  const given = path.split('/');
  return wanted.length === given.length && wanted.every((part, index) => part.startsWith(':') || part === given[index]);
}

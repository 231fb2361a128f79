import { Location } from '@angular/common';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router, RouterLink, RouterOutlet } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';

import { PageChanges } from './page-changes.js';

@Component({ template: '<h1>Log in</h1><main tabindex="-1"><button>Log in</button></main>' })
class DoorPage {}

@Component({
  imports: [RouterLink, RouterOutlet],
  template: '<h1>Figures</h1><nav><a routerLink="/figures/b">B</a></nav><main tabindex="-1"><a routerLink="/one">One</a><router-outlet /></main>',
})
class FiguresPage {}

@Component({ template: '<p>Tab</p>' })
class Tab {}

@Component({ template: '<header><h1 tabindex="-1">One</h1></header><main tabindex="-1"></main>' })
class OnePage {}

describe('PageChanges', () => {
  let harness: RouterTestingHarness;
  const focused = () => document.activeElement;
  const link = (words: string) => [...document.querySelectorAll('a')].find(({ textContent }) => textContent === words);

  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        provideRouter([
          { path: 'door', component: DoorPage },
          { path: 'figures', component: FiguresPage, children: [{ path: ':tab', component: Tab }] },
          { path: 'one', component: OnePage },
        ]),
      ],
    });
    TestBed.inject(PageChanges);
    TestBed.inject(Router).setUpLocationChangeListener();
    harness = await RouterTestingHarness.create();
    document.body.append(harness.fixture.nativeElement as HTMLElement);
  });

  async function settled(): Promise<void> {
    for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setTimeout(resolve));
    await harness.fixture.whenStable();
  }

  async function goTo(address: string): Promise<void> {
    await TestBed.inject(Router).navigateByUrl(address);
    await settled();
  }

  async function use(words: string): Promise<void> {
    link(words)?.focus();
    link(words)?.click();
    await settled();
  }

  it('takes the focus to the content of the page after the log-in', async () => {
    await goTo('/door');
    document.querySelector('button')?.focus();
    await goTo('/figures/a');
    expect(focused()?.tagName).toBe('MAIN');
  });

  it('takes it to a heading that can have it', async () => {
    await goTo('/figures/a');
    await use('One');
    expect(focused()?.tagName).toBe('H1');
  });

  it('leaves it on the tab that was chosen', async () => {
    await goTo('/figures/a');
    await use('B');
    expect(TestBed.inject(Router).url).toBe('/figures/b');
    expect(focused()).toBe(link('B'));
  });

  it('gives it back to the link that was used', async () => {
    await goTo('/figures/a');
    await use('One');
    TestBed.inject(Location).back();
    await settled();
    expect(TestBed.inject(Router).url).toBe('/figures/a');
    expect(focused()).toBe(link('One'));
  });
});

import { inject, Injectable } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';

const PRODUCT = 'FlowPilot Analytics';

/** `Coverage · FlowPilot Analytics` */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);

  override updateTitle(state: RouterStateSnapshot): void {
    this.show(this.buildTitle(state));
  }

  show(page: string | undefined): void {
    this.title.setTitle(page === undefined ? PRODUCT : `${page} · ${PRODUCT}`);
  }
}

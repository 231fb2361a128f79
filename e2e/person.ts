import { type APIRequestContext, expect, type Page } from '@playwright/test';

export const PASSWORD = 'flowpilot-demo';
export const ADMIN = 'admin@demo.test';
export const ENGINEER = 'engineer@demo.test';

/** The address of the product under test. */
export function productUrl(): string {
  const url = process.env.PRODUCT_URL;
  if (!url) throw new Error('PRODUCT_URL is unset: the global set-up sets it');
  return url;
}

/** Fills the log-in form that is shown, as a person would. */
export async function fillLogIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Log in', exact: true }).click();
}

/** Opens a page of the product as a person who has to log in first, by the form. */
export async function logInAt(page: Page, email: string, path: string): Promise<void> {
  await page.goto(`${productUrl()}${path}`);
  await fillLogIn(page, email, PASSWORD);
}

/**
 * Opens a page of the product as a person who has logged in on an earlier visit. That visit is a request and not the
 * form: the browser has from it the refresh cookie, and the mark that there is one.
 */
export async function openAs(page: Page, email: string, path: string): Promise<void> {
  const data = { email, password: PASSWORD };
  const answer = await page.context().request.post(`${productUrl()}/api/v1/auth/login`, { data });
  expect(answer.status()).toBe(200);
  const marking = await page.addInitScript("localStorage.setItem('flowpilot.logged-in', '1')");
  await page.goto(`${productUrl()}${path}`);
  await marking.dispose();
}

/** The same person's program: calls the API with a token of its own. */
export class Program {
  private constructor(
    private readonly request: APIRequestContext,
    private readonly token: string,
  ) {}

  static async of(request: APIRequestContext, email: string): Promise<Program> {
    const answer = await request.post(`${productUrl()}/api/v1/auth/login`, { data: { email, password: PASSWORD } });
    expect(answer.status()).toBe(200);
    const { access_token: token } = (await answer.json()) as { access_token: string };
    return new Program(request, token);
  }

  /** The same program with an API key. */
  withKey(key: string): Program {
    return new Program(this.request, key);
  }

  async get<Answer>(path: string): Promise<Answer> {
    const answer = await this.request.get(`${productUrl()}/api/v1${path}`, { headers: this.headers() });
    expect(answer.ok(), `GET ${path}: ${answer.status()}`).toBe(true);
    return (await answer.json()) as Answer;
  }

  async post<Answer>(path: string, data: object): Promise<Answer> {
    const answer = await this.request.post(`${productUrl()}/api/v1${path}`, { data, headers: this.headers() });
    expect(answer.ok(), `POST ${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
    return (await answer.json()) as Answer;
  }

  async put<Answer>(path: string, data: object): Promise<Answer> {
    const answer = await this.request.put(`${productUrl()}/api/v1${path}`, { data, headers: this.headers() });
    expect(answer.ok(), `PUT ${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
    return (await answer.json()) as Answer;
  }

  async patch<Answer>(path: string, data: object): Promise<Answer> {
    const answer = await this.request.patch(`${productUrl()}/api/v1${path}`, { data, headers: this.headers() });
    expect(answer.ok(), `PATCH ${path}: ${answer.status()} ${await answer.text()}`).toBe(true);
    return (await answer.json()) as Answer;
  }

  private headers(): Record<string, string> {
    return { authorization: `Bearer ${this.token}` };
  }
}

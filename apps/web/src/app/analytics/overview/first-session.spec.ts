import { sendSessionCommand } from './first-session.js';

describe('sendSessionCommand', () => {
  it('sends a session to the server that shows it', () => {
    expect(sendSessionCommand('https://flowpilot.example')).toBe(
      [
        'curl -X POST https://flowpilot.example/api/v1/sessions \\',
        '  -H "Authorization: Bearer $FLOWPILOT_KEY" \\',
        '  -H "Content-Type: application/json" \\',
        `  -d '{"problem_domain":"VPN","confidence_tier":"guided"}'`,
      ].join('\n'),
    );
  });
});

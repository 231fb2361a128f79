import { sendSessionCommand } from './first-session.js';

describe('sendSessionCommand', () => {
  it('sends a session to the server that shows it', () => {
    expect(sendSessionCommand('https://flowpilot.example', 'fp_1234')).toBe(
      [
        'curl -X POST https://flowpilot.example/api/v1/sessions \\',
        '  -H "Authorization: Bearer fp_1234" \\',
        '  -H "Content-Type: application/json" \\',
        `  -d '{"problem_domain":"VPN","confidence_tier":"guided"}'`,
      ].join('\n'),
    );
  });

  it('reads the key from the environment while there is none', () => {
    expect(sendSessionCommand('https://flowpilot.example')).toContain('Bearer $FLOWPILOT_KEY"');
  });
});

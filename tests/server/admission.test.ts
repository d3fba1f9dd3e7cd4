import { describe, expect, it } from 'vitest';
import { openAdmission, watchLoopDelay } from '../../src/server/admission.js';

describe('admission', () => {
  const limits = { inFlight: 2, loopDelay: 400 };
  const reading = (delay: number) => ({ read: () => delay, close: () => undefined });

  it('lets in as many as it may, and another once one has left', () => {
    const { enter } = openAdmission(limits, reading(0));
    const leave = enter();
    enter();
    expect(enter).toThrow(/3 requests running, of 2/);
    leave();
    expect(enter).not.toThrow();
  });

  it('is refused while the event loop runs late', () => {
    expect(openAdmission(limits, reading(400)).enter).not.toThrow();
    expect(openAdmission(limits, reading(401)).enter).toThrow(/401 ms of delay, of 400/);
  });

  it('begins with a loop that is not late', () => {
    const delay = watchLoopDelay();
    expect(delay.read()).toBe(0);
    delay.close();
  });
});

import type { Say } from '../../text/say.ts';

const MINUTE = 60_000;

/** How long ago, in the largest unit that fits: *2 hours ago*. */
export function agoWords(then: Date, now: Date, say: Say): string {
  const minutes = Math.floor((now.getTime() - then.getTime()) / MINUTE);
  if (minutes < 2) return say('walk.ago.now');
  if (minutes < 120) return say('walk.ago.minutes', { count: minutes });
  const hours = Math.floor(minutes / 60);
  return hours < 48
    ? say('walk.ago.hours', { count: hours })
    : say('walk.ago.days', { count: Math.floor(hours / 24) });
}

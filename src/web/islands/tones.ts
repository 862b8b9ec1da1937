/**
 * Three sounds, so that eyes can stay on the box: taken, wait, wrong. Silent where a browser has no
 * sound or has not been touched yet.
 */

/** What a sound says. */
export type Tone = 'ok' | 'attention' | 'error';

const notes: Readonly<Record<Tone, readonly (readonly [hertz: number, seconds: number])[]>> = {
  ok: [[1320, 0.07]],
  attention: [
    [880, 0.09],
    [880, 0.09],
  ],
  error: [
    [220, 0.18],
    [165, 0.26],
  ],
};

let player: AudioContext | null = null;

/** Plays a sound and shakes the device where it can. */
export function sound(tone: Tone): void {
  try {
    navigator.vibrate?.(tone === 'error' ? [120, 60, 120] : 40);
    player ??= new AudioContext();
    let at = player.currentTime;
    for (const [hertz, seconds] of notes[tone]) {
      const note = player.createOscillator();
      const volume = player.createGain();
      note.frequency.value = hertz;
      note.type = tone === 'error' ? 'square' : 'sine';
      volume.gain.value = 0.12;
      note.connect(volume).connect(player.destination);
      note.start(at);
      note.stop(at + seconds);
      at += seconds + 0.05;
    }
  } catch {
    // A page is never lost over a sound.
  }
}

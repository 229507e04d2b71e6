// The tracks that have been drawn: one for each property and collection, made when it is first wanted.

import { pollutant } from '../colour/scale';
import { getBoot } from '../state/boot';
import { propertiesOf, type Subject } from '../state/subjects';
import { Track } from './track';

export class Tracks {
  private readonly tracks = new Map<string, Track>();

  constructor(private readonly onNews: () => void) {}

  /** Null where the server has no such property. */
  of(id: string, collection: string | null, subject?: Subject): Track | null {
    const key = `${id} ${collection ?? ''}`;
    let track = this.tracks.get(key) ?? null;
    const property = getBoot().properties.find((p) => p.id === id);
    if (!track && property) this.tracks.set(key, (track = new Track(property, collection, subject?.hours ?? null, this.onNews)));
    return track;
  }

  /** A track that is being drawn, by its property. */
  drawn(property: string): Track | null {
    for (const track of this.tracks.values()) if (track.property.id === property) return track;
    return null;
  }

  /** The pollutant that tints the districts of the city view. */
  tint(): Track | null {
    const p = propertiesOf('city', getBoot().properties).find((q) => pollutant(q.id));
    return p ? this.of(p.id, null) : null;
  }
}

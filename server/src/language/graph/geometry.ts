// Places and sizes in a drawing, in pixels; y grows downwards.

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Rect extends Point, Size {}

export function moved<Place extends Point>(place: Place, { x, y }: Point): Place {
  return { ...place, x: place.x + x, y: place.y + y };
}

export function rounded<Place extends Point>(place: Place): Place {
  return { ...place, x: Math.round(place.x), y: Math.round(place.y) };
}

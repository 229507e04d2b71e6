// The answers of the server, as docs/api.md has them. What the contract may leave out is optional here.

export interface Name { ko: string | null; en: string | null }

export interface City {
  name: Name; zone: string; bbox?: [number, number, number, number] | null; centre?: [number, number] | null;
  from?: string | null; to?: string | null; observations?: number; version?: string;
}

export interface Category { value: number; code: string; name: Name }

export interface Property {
  id: string; name: Name; unit: string; unitLabel: string; unitName?: Name; step: string; from: number; to: number;
  collections: string[]; datastreams: number; datasets: string[]; parent: string | null; categories: Category[] | null;
}

export interface Value {
  feature: string; datastream: string; value: number | null; start: number; end: number;
  quality: Quality; reasons: string[];
}

export type Quality = 'good' | 'suspect' | 'bad' | 'estimated' | 'missing';

export interface Values { property: string; unit: string; at: number; values: Value[] }

export interface Series {
  datastream?: string | null; property: string; unit: string; bucketSeconds: number;
  t: number[]; min: (number | null)[]; mean: (number | null)[]; max: (number | null)[]; n?: number[];
  flagged?: { t: number[]; value: (number | null)[]; quality: Quality[]; reasons: string[][] };
  flaggedTotal?: number;
}

export interface Profile {
  by: string; group: number[]; n: number[]; mean: (number | null)[];
  p25: (number | null)[]; p50: (number | null)[]; p75: (number | null)[];
}

export interface Datastream {
  id: string; property: string; propertyName: Name; unit: string; unitLabel: string; unitName?: Name; step: string;
  thing?: string | null; sensor?: { id: string; name: Name } | null; dataset: string;
  from: number | null; to: number | null; count: number; flagged: number; parent?: string | null;
}

export interface Feature {
  id: string; collection: string; name: Name; centre: [number, number] | null;
  attributes: Record<string, unknown>; datastreams: Datastream[];
}

export interface Found { feature: string; collection: string; name: Name; centre: [number, number] | null }
export interface Near { feature: string; name: Name; centre: [number, number]; distanceM: number }
export interface Match { feature: string; link: string; distanceM: number; confidence: string; reach?: { link: string; distanceM: number }[] }
export interface Holiday { date: string; name: Name; substitute?: boolean }

export interface Import {
  id: number; file: string; sha256: string; bytes: number; at: string; source: string; adapterVersion: number;
  read: number; stored: number; unchanged: number; rejected: number; missing: number; issues: number;
}

export interface Dataset {
  id: string; title: Name; description?: Name | null; publisher: string | Name; origin?: string | null;
  licence: string; licenceUrl?: string | null; from: number | string | null; to: number | string | null;
  properties: string[]; features: number; datastreams: number; observations: number; flagged: number;
  completeness?: number | null; updated?: string | null; imports?: Import[];
}

export interface QualityReport {
  dataset: string; months: string[]; completeness: (number | null)[]; datastreamsTotal: number;
  reasons: { code: string; name: Name; quality: Quality; count: number }[];
  datastreams: {
    id: string; feature: string; featureName?: Name | null; property: string; count: number; flagged: number;
    completeness: (number | null)[]; flags: Record<string, number>;
  }[];
}

export interface IssueList {
  total: number;
  issues: {
    import: number; file: string; line: number | null; column: string | null; element: string;
    expected: string | null; found: string | null; observations: number;
  }[];
}

export type Geo = GeoJSON.FeatureCollection<GeoJSON.Geometry | null, Record<string, unknown>>;

export interface AirAnalysis {
  id: string; title: Name; forms: string[];
  parameters: { name: string; kind: string; standard: string; meaning: Name; choices: string[] }[];
}

export interface Episode {
  rank: number; id: string; class: string; name: Name; start: string; end: string; hours: number; confidence: number;
  pollutants: string[]; sentence: Name; evidence: { question: string; name: Name; found: number | null; weight: number | null }[];
}

/** Where a finding comes from; remarks tell which of several data were taken. */
export interface Provenance { remarks?: Name[] }

export interface Episodes { provenance?: Provenance; details: { episodes: Episode[] } }

type Column = (number | null)[];

/** The index of one place, hour by hour. */
export interface IndexAnswer {
  provenance?: Provenance;
  details: { doubts: Name[] };
  table: { index: Column; added: Column; responsible: string[]; pm10: Column; pm25: Column; o3: Column; no2: Column; co: Column; so2: Column };
}

export interface Standards {
  provenance?: Provenance;
  details: { korean_standards: { pollutant: string; year: number; limit: string; threshold: number; unit: string; deciding: number | null; above: number; verdict: string }[] };
}

export interface Directions {
  provenance?: Provenance;
  details: { statement: Name; tests: number; significant: number; rate: number };
  table: {
    station: string[]; pollutant: string[]; direction_deg: Column; lower_deg: Column; upper_deg: Column;
    ratio: Column; ratio_lower: Column; ratio_upper: Column; significant: boolean[];
  };
}

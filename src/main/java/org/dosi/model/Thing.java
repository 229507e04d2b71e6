package org.dosi.model;

/// What carries sensors: a station, a counting point. It may carry several, and see several features of
/// interest.
public record Thing(String id, Name name) {}

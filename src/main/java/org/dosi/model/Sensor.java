package org.dosi.model;

/// The instrument or the method (ISO 19156: procedure) by which a datastream is observed.
public record Sensor(String id, Name name) {}

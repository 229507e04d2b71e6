package org.dosi.model;

/// One code of a coded property, with the number that stands for it in observations.
public record Category(int value, String code, Name name) {}

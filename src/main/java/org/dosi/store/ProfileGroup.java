package org.dosi.store;

/// Values of one hour of day, day of week or month: their number, mean and quartiles.
public record ProfileGroup(int group, long count, double mean, double p25, double p50, double p75) {}

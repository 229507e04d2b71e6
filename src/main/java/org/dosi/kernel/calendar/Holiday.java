package org.dosi.kernel.calendar;

import java.time.LocalDate;

/// A public holiday.
///
/// @param substitute whether it stands in for a holiday that was lost to a weekend or to another holiday
public record Holiday(LocalDate date, String ko, String en, boolean substitute) {}

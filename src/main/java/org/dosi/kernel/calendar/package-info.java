/// The calendar of people: which days a city rests.
@NullMarked
package org.dosi.kernel.calendar;

import org.jspecify.annotations.NullMarked;

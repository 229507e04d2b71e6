package org.dosi.kernel.stat;

/// Where in its window a rolling value stands.
public enum Alignment {
    /// At the window's end: the hour and those before it. The law's rolling means are meant so.
    RIGHT,
    /// At the window's start: the hour and those after it.
    LEFT,
    /// In the window's middle; of an even window the later half begins at the hour, as in openair: the window
    /// of 8 hours spans the 3 hours before, the hour, and the 4 hours after.
    CENTRE
}

package org.dosi.model;

/// A defect of a file: found while reading, kept and counted; reading goes on.
///
/// @param found what stands there, shortened to what a person wants to read
/// @param observations how many observations are lost by it; 0 for a remark
public record Issue(Place place, QualityElement element, String expected, String found, long observations) {
    private static final int LONGEST = 200;

    public Issue {
        if (found.length() > LONGEST) {
            found = found.substring(0, LONGEST) + "…";
        }
    }

    @Override
    public String toString() {
        return "%s: expected %s, found %s".formatted(place, expected, found);
    }
}

package org.dosi.product.plot;

import java.util.function.Consumer;

/// A picture of a size, that can be drawn on any canvas.
///
/// @param title what it shows, for who cannot see it
public record Drawing(double width, double height, String title, Consumer<Canvas> content) {}

package org.dosi.product.plot;

import java.awt.Font;
import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// A text in parts, each in a font that has its letters: a font for Korean may lack the ₂ of NO₂. Missing digits below
/// the line are drawn as small lowered digits of the same font, other missing letters in the machine's sans-serif, or
/// in the first of its fonts that has them.
final class Letters {
    /// Of a digit below the line: its size, and how far it sinks, in parts of the letters' size.
    private static final double SMALL = 0.65;

    private static final double SINK = 0.15;

    /// The family that has a letter (code point) the chosen one lacks; [#NONE] where no font of the machine has it.
    private static final Map<Integer, String> FOUND = new ConcurrentHashMap<>();

    private static final String NONE = "";

    /// @param down pixels below the line of the text
    record Part(String text, Font font, double down) {}

    private Letters() {}

    /// The parts from left to right; one where the font has every letter.
    static List<Part> parts(String text, Font font) {
        if (font.canDisplayUpTo(text) < 0) {
            return List.of(new Part(text, font, 0));
        }
        List<Part> parts = new ArrayList<>();
        text.codePoints().forEach(letter -> {
            Part part = part(letter, font);
            Part last = parts.isEmpty() ? null : parts.getLast();
            if (last != null && last.font().equals(part.font()) && last.down() == part.down()) {
                parts.set(parts.size() - 1, new Part(last.text() + part.text(), last.font(), last.down()));
            } else {
                parts.add(part);
            }
        });
        return List.copyOf(parts);
    }

    private static Part part(int letter, Font font) {
        String text = Character.toString(letter);
        if (font.canDisplay(letter)) {
            return new Part(text, font, 0);
        }
        if (letter >= '₀' && letter <= '₉') {
            Font small = font.deriveFont((float) (SMALL * font.getSize2D()));
            return new Part(Character.toString('0' + letter - '₀'), small, SINK * font.getSize2D());
        }
        String family = FOUND.computeIfAbsent(letter, Letters::familyWith);
        return new Part(
                text,
                family.equals(NONE) ? font : new Font(family, font.getStyle(), 1).deriveFont(font.getSize2D()),
                0);
    }

    private static String familyWith(int letter) {
        if (new Font(Font.SANS_SERIF, Font.PLAIN, 1).canDisplay(letter)) {
            return Font.SANS_SERIF;
        }
        for (Font each : GraphicsEnvironment.getLocalGraphicsEnvironment().getAllFonts()) {
            if (each.canDisplay(letter)) {
                return each.getFamily();
            }
        }
        return NONE;
    }
}

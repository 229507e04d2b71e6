package org.dosi.product.air.plot;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import org.dosi.model.Name;
import org.dosi.product.plot.Chart;
import org.dosi.product.plot.Style;

/// The four grades of the Korean index as they are drawn: its own colours.
final class Grades {
    private static final int[] COLOURS = {0xff32a1ff, 0xff00c73c, 0xfffda60c, 0xffe64746};
    private static final List<Name> NAMES = List.of(
            new Name("좋음", "Good"), new Name("보통", "Moderate"), new Name("나쁨", "Bad"), new Name("매우나쁨", "Very bad"));

    /// The highest index of each grade.
    private static final double[] UP_TO = {50, 100, 250, 500};

    private static final List<Name> LETTERS =
            List.of(new Name("좋", "G"), new Name("보", "M"), new Name("나", "B"), new Name("매", "V"));

    /// Of letters on the colours, dark enough for all four.
    static final int INK = 0xff101418;

    private static final double NARROW = 620;

    private Grades() {}

    static int colour(int grade, Style style) {
        return grade < 0 ? style.theme().grid() : COLOURS[grade];
    }

    /// The first of the grade's name: what tells it without its colour.
    static String letter(int grade, Style style) {
        return style.say(LETTERS.get(grade));
    }

    static int of(double index) {
        if (Double.isNaN(index)) {
            return -1;
        }
        int grade = 0;
        while (grade < UP_TO.length - 1 && index > UP_TO[grade]) {
            grade++;
        }
        return grade;
    }

    /// What no document confirms of the index, as a note below a plot.
    static String doubts(List<Name> doubts, Style style) {
        return style.say("문서로 확인되지 않은 규칙: ", "Not confirmed by a document: ")
                + doubts.stream().map(style::say).collect(java.util.stream.Collectors.joining("; "))
                + ".";
    }

    /// In one row, or in two where there is little room.
    ///
    /// @param lettered with the letters that stand on the strips; a Korean one is the name's first syllable
    static void legend(Chart chart, double x, double y, boolean lettered) {
        Style style = chart.style();
        List<Chart.Entry> entries = new ArrayList<>();
        for (int grade = 0; grade < COLOURS.length; grade++) {
            String range = (grade == 0 ? "0" : Long.toString(Math.round(UP_TO[grade - 1]) + 1)) + "–"
                    + Math.round(UP_TO[grade]);
            String letter = lettered ? style.say("", LETTERS.get(grade).en() + " ") : "";
            entries.add(new Chart.Entry(letter + style.say(NAMES.get(grade)) + " " + range, COLOURS[grade], 0));
        }
        entries.add(
                new Chart.Entry(style.say("지수 없음", "no index"), style.theme().grid(), 0));
        chart.legend(entries, x, style.width() < NARROW ? y - 4 : y, style.width() - x - 8);
    }

    /// Hours as a strip one pixel high. Where there are more hours than pixels, a pixel shows its worst.
    ///
    /// @param grades by hour; -1 for none
    static BufferedImage strip(int[] grades, int pixels, Style style) {
        int width = Math.max(1, Math.min(pixels, grades.length));
        BufferedImage strip = new BufferedImage(width, 1, BufferedImage.TYPE_INT_ARGB);
        for (int x = 0; x < width; x++) {
            int from = (int) ((long) x * grades.length / width);
            int to = (int) ((long) (x + 1) * grades.length / width);
            int worst = -1;
            for (int h = from; h < to; h++) {
                worst = Math.max(worst, grades[h]);
            }
            strip.setRGB(x, 0, colour(worst, style));
        }
        return strip;
    }
}

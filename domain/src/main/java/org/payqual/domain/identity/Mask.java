package org.payqual.domain.identity;

/** How names and numbers are shown to whoever needs to recognise a person but not to know them. */
public final class Mask {

    private static final int MOST_STARS_IN_NAME = 3;

    private Mask() {}

    /** Keeps the first character: 张三丰 becomes 张**. Long names end in three stars, whatever their length. */
    public static String of(PersonName name) {
        String text = name.text();
        int characters = text.codePointCount(0, text.length());
        String first = new String(Character.toChars(text.codePointAt(0)));
        return characters == 1 ? "*" : first + "*".repeat(Math.min(characters - 1, MOST_STARS_IN_NAME));
    }

    /**
     * Keeps the region and the last four places of a number like a citizen's, so that the date of birth is hidden; of
     * the other types only the first and the last two places.
     */
    public static String of(IdentityDocument document) {
        String number = document.number();
        boolean long18 = number.length() == 18;
        int head = long18 ? 4 : 1;
        int tail = long18 ? 4 : 2;
        return number.substring(0, head)
                + "*".repeat(number.length() - head - tail)
                + number.substring(number.length() - tail);
    }
}

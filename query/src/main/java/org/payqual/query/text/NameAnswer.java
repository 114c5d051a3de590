package org.payqual.query.text;

/**
 * What an institution is called.
 *
 * @param institution its code
 * @param name as last given
 */
record NameAnswer(String institution, String name) {

    @Override
    public String toString() {
        return "the name of " + institution;
    }
}

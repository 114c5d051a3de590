package org.payqual.query.settlement.index;

import java.util.Arrays;

/**
 * Bytes one after the other, in pages, so that millions of small records are a few large objects. Grows, never shrinks.
 */
final class ByteArena {

    private static final int PAGE_BITS = 18;
    private static final int PAGE = 1 << PAGE_BITS;
    private static final int FIRST_PAGES = 16;

    private byte[][] pages = new byte[FIRST_PAGES][];
    private int end;

    /**
     * Adds bytes at the end.
     *
     * @return where they begin
     * @throws IllegalStateException if more than 2 GiB would be held
     */
    int append(byte[] source, int length) {
        int begin = end;
        if (begin + length < begin) {
            throw new IllegalStateException("the index cannot hold more than 2 GiB");
        }
        int copied = 0;
        while (copied < length) {
            int inPage = end & (PAGE - 1);
            int step = Math.min(length - copied, PAGE - inPage);
            System.arraycopy(source, copied, page(end >>> PAGE_BITS), inPage, step);
            copied += step;
            end += step;
        }
        return begin;
    }

    byte at(int position) {
        return pages[position >>> PAGE_BITS][position & (PAGE - 1)];
    }

    /** Adds a piece of this arena to another, and returns where it begins there. */
    int copy(int from, int length, ByteArena into) {
        byte[] piece = new byte[length];
        for (int i = 0; i < length; i++) {
            piece[i] = at(from + i);
        }
        return into.append(piece, length);
    }

    int size() {
        return end;
    }

    private byte[] page(int number) {
        if (number == pages.length) {
            pages = Arrays.copyOf(pages, number * 2);
        }
        if (pages[number] == null) {
            pages[number] = new byte[PAGE];
        }
        return pages[number];
    }
}

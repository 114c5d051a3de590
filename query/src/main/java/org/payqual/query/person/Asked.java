package org.payqual.query.person;

/** What the parameters of questions mean, for the description of the API. */
public final class Asked {

    /** Describes the day asked about. */
    public static final String VALID_AT = "所问之日，默认今天（上海） / the day asked about, today in Shanghai by default";

    /** Describes the knowledge asked about. */
    public static final String AS_OF =
            "按账本位置或时刻所知，默认最新 / as known at a log position or an instant, by default all that is sealed";

    /** Describes the wish to see who people are. */
    public static final String IDENTITY = "附上脱敏的姓名和证件 / adds name and document, masked";

    /** Describes the length of a page. */
    public static final String LIMIT = "每页条数，1 至 200，默认 50 / entries on a page, 1 to 200, 50 by default";

    /** Describes the place of a page. */
    public static final String CURSOR = "上一页的 next / the next of the page before";

    private Asked() {}
}

package org.payqual.domain.identity;

/**
 * The identity documents by which a person may be made known. The names are stored in events and in the identity store;
 * they do not change once released, and new ones are added at the end.
 */
public enum DocumentType {
    /** The identity card of citizens; its number follows GB 11643-1999. */
    RESIDENT_ID("居民身份证", "resident identity card"),
    /** The residence permit of residents of Hong Kong and Macau; numbered as a citizen's, region 810000 or 820000. */
    HK_MACAU_RESIDENCE_PERMIT("港澳居民居住证", "residence permit for Hong Kong and Macau residents"),
    /** The residence permit of residents of Taiwan; numbered as a citizen's, region 830000. */
    TAIWAN_RESIDENCE_PERMIT("台湾居民居住证", "residence permit for Taiwan residents"),
    /** The travel permit of residents of Hong Kong and Macau: H or M and the holder's lifelong number. */
    HK_MACAU_TRAVEL_PERMIT("港澳居民来往内地通行证", "mainland travel permit for Hong Kong and Macau residents"),
    /** The travel permit of residents of Taiwan: the holder's lifelong number of eight digits. */
    TAIWAN_TRAVEL_PERMIT("台湾居民来往大陆通行证", "mainland travel permit for Taiwan residents"),
    /** The identity card of foreigners with permanent residence, of the form before 2023 (15 places) or since (18). */
    FOREIGN_PERMANENT_RESIDENCE("外国人永久居留身份证", "foreign permanent resident identity card"),
    /** A passport of any state: the state's three letters, a hyphen and the number, as in {@code CHE-X1234567}. */
    PASSPORT("护照", "passport");

    private final String zh;
    private final String en;

    DocumentType(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /** Returns the document's name in Chinese. */
    public String zh() {
        return zh;
    }

    /** Returns the document's name in English. */
    public String en() {
        return en;
    }
}

//! What printed pieces say although nobody put it in quotes.

use plantain_read::{Brief, Genre, read};

fn texts(brief: &Brief) -> Vec<&str> {
    brief.literals.iter().map(|l| l.text.as_str()).collect()
}

/// Checks the genre, that exactly these strings are set, in this order, and the words that may head the piece.
fn check(prompt: &str, genre: Genre, want: &[&str], headline: Option<&str>) {
    let brief = read(prompt);
    assert_eq!(brief.genre, genre, "{prompt}");
    assert_eq!(texts(&brief), want, "{prompt}");
    assert_eq!(brief.headline.as_deref(), headline, "{prompt}");
}

#[test]
fn whole_segments_are_lines() {
    check(
        "cake sale poster, tuesday 4pm in the hall, all proceeds go to the choir",
        Genre::Sale,
        &[
            "cake sale",
            "tuesday 4pm",
            "the hall",
            "all proceeds go to the choir",
        ],
        Some("cake sale"),
    );
    check(
        "poster of a lighthouse for the coast guard open day, 12 June, free entry",
        Genre::Poster,
        &["coast guard open day", "12 June", "free entry"],
        Some("coast guard open day"),
    );
    check(
        "two-colour risograph poster in teal and coral for the zine market, Sat 4 April, 2pm",
        Genre::Poster,
        &["Sat 4 April, 2pm"],
        Some("zine market"),
    );
    check(
        "motivational quote poster: small steps every day, sunrise over mountains",
        Genre::Poster,
        &["small steps every day"],
        None,
    );
    check(
        "price tag: onions 80p/kg",
        Genre::PriceTag,
        &["onions", "80p/kg"],
        None,
    );
    check(
        "instagram post: 3 tips for better photos: use natural light, keep it simple, get closer",
        Genre::SocialCard,
        &[
            "3 tips for better photos",
            "use natural light",
            "keep it simple",
            "get closer",
        ],
        None,
    );
    check(
        "self help book cover: The 5 AM Habit, Rise early, live fully, Dan Porter",
        Genre::BookCover,
        &["The 5 AM Habit", "Rise early, live fully", "Dan Porter"],
        None,
    );
    check(
        "movie poster The Quiet Orbit, tagline Nobody hears you leave, spaceship",
        Genre::Poster,
        &["The Quiet Orbit", "Nobody hears you leave"],
        None,
    );
    check(
        "monogram logo letters A and M, gold on black",
        Genre::Logo,
        &["AM"],
        None,
    );
    check(
        "logo for Cole & Partners with the initials C & P",
        Genre::Logo,
        &["Cole & Partners", "C&P"],
        None,
    );
    check(
        "mustard label 'Old Grain', extra sharp, 190 g",
        Genre::Label,
        &["Old Grain", "extra sharp", "190 g"],
        None,
    );
    check(
        "magazine cover HEARTH, issue 4, 12 hidden cabins, how to stack wood",
        Genre::MagazineCover,
        &["HEARTH", "issue 4", "12 hidden cabins", "how to stack wood"],
        None,
    );
    check(
        "magazine cover, headline \"Tulip hunters\", masthead \"LOAM\"",
        Genre::MagazineCover,
        &["Tulip hunters", "LOAM"],
        None,
    );
    check(
        "Poster. Title \"Swap a Cutting\", then \"Sunday 9 May\". Clay pots and trailing leaves, cream background.",
        Genre::Poster,
        &["Swap a Cutting", "Sunday 9 May"],
        None,
    );
    check(
        "album cover for a punk band THE RUSTY NAILS, album NO REFUNDS, red",
        Genre::AlbumCover,
        &["THE RUSTY NAILS", "NO REFUNDS"],
        None,
    );
    check(
        "quote in script letters: begin again",
        Genre::QuoteCard,
        &["begin again"],
        None,
    );
    check(
        "save our library - protest poster with a book",
        Genre::Poster,
        &["save our library"],
        None,
    );
}

#[test]
fn signs_carry_the_words_before_them() {
    check(
        "fresh eggs sign",
        Genre::Sign,
        &["fresh eggs"],
        Some("fresh eggs"),
    );
    check(
        "sign: please ring twice",
        Genre::Sign,
        &["please ring twice"],
        None,
    );
    check(
        "no swimming sign, danger deep water",
        Genre::Sign,
        &["no swimming", "danger deep water"],
        Some("no swimming"),
    );
    check(
        "beware of the goose sign",
        Genre::Sign,
        &["beware of the goose"],
        Some("beware of the goose"),
    );
}

#[test]
fn years_of_founding_keep_their_word() {
    check(
        "t-shirt design, retro mountains, text ADVENTURE AWAITS, est. 1998",
        Genre::PrintMotif,
        &["ADVENTURE AWAITS", "est. 1998"],
        None,
    );
}

#[test]
fn numbers_of_names_are_no_prices() {
    check(
        "cocktail menu: Negroni 11, French 75 13, Espresso Martini 12",
        Genre::Menu,
        &["Negroni", "11", "French 75", "13", "Espresso Martini", "12"],
        Some("cocktail menu"),
    );
}

#[test]
fn languages_are_told_to_the_designer() {
    check(
        "quote card in Japanese: 七転び八起き, minimal",
        Genre::QuoteCard,
        &["七転び八起き"],
        None,
    );
}

#[test]
fn media_and_motifs_are_no_lines() {
    check(
        "Tea tin label, green: \"Morning Sencha\", \"50 g\"",
        Genre::Label,
        &["Morning Sencha", "50 g"],
        None,
    );
    check(
        "zaproszenie na urodziny: Zosia kończy 6 lat! 15 maja, motyw jednorożca",
        Genre::Invitation,
        &["Zosia kończy 6 lat!", "15 maja"],
        None,
    );
    check(
        "line art t-shirt of a cat with the words SLOW RIDER",
        Genre::PrintMotif,
        &["SLOW RIDER"],
        None,
    );
    check(
        "frase para Instagram: \"Hazlo hoy\", fondo degradado rosa y naranja",
        Genre::SocialCard,
        &["Hazlo hoy"],
        None,
    );
}

#[test]
fn names_in_capitals_stay_whole() {
    check(
        "poster for IRON FIELDS 2028, tickets from €40",
        Genre::Poster,
        &["IRON FIELDS 2028", "tickets from €40"],
        None,
    );
    check(
        "poster for our band THE SLOW TRAINS playing at Bell Hall",
        Genre::Poster,
        &["THE SLOW TRAINS", "Bell Hall"],
        None,
    );
}

#[test]
fn looks_and_limits_are_never_lines() {
    for prompt in [
        "poster for a chess club, dark green, serif font, lots of empty space",
        "poster in Banksy style with a rat",
        "label for a candle, kraft paper, simple and clean",
        "t-shirt design of a wolf howling, no background",
        "book cover, watercolor, pastel tones, with a lighthouse",
    ] {
        let brief = read(prompt);
        assert_eq!(texts(&brief), Vec::<&str>::new(), "{prompt}");
    }
}

#[test]
fn records_name_their_kind_and_look() {
    let brief = read(r#"{"type":"poster","title":"Late Supper","style":"art deco"}"#);
    assert_eq!(brief.genre, Genre::Poster);
    assert_eq!(brief.look.styles, ["art deco"]);
}

#[test]
fn media_end_where_their_copy_begins() {
    check(
        "taco stand menu screen dark red: 'Al Pastor' '$3.50'",
        Genre::Menu,
        &["Al Pastor", "$3.50"],
        Some("taco stand menu"),
    );
    check(
        "brewery tap list chalkboard, Pale Ale 6.00, Stout 6.50, title On Tap",
        Genre::Chalkboard,
        &["Pale Ale", "6.00", "Stout", "6.50", "On Tap"],
        Some("brewery tap list"),
    );
    check(
        "jam jar label: NUTTY PALS crunchy, net wt 16 oz, orange with a squirrel",
        Genre::Label,
        &["NUTTY PALS crunchy", "net wt 16 oz"],
        None,
    );
    check(
        "certificate: best pumpkin 2027, awarded to the Miller family, green border",
        Genre::Certificate,
        &["best pumpkin 2027", "the Miller family"],
        None,
    );
    check(
        "cookbook cover \"Soup Season\" by Nell Hart, 60 recipes for cold days, steaming bowl",
        Genre::BookCover,
        &["Soup Season", "Nell Hart", "60 recipes for cold days"],
        None,
    );
    check(
        "gelato flavours board, chalk. Mango 3.00, Limone 2.80. Title Gelateria Sole",
        Genre::Chalkboard,
        &["Mango", "3.00", "Limone", "2.80", "Gelateria Sole"],
        None,
    );
    check(
        "lost keys notice: LOST KEYS, near Oak Park, call 555-0133",
        Genre::Poster,
        &["LOST KEYS", "near Oak Park", "call 555-0133"],
        Some("lost keys"),
    );
    check(
        "visiting card for a dog groomer: name Paws & Suds, tel 0131 496 0204",
        Genre::BusinessCard,
        &["Paws & Suds", "0131 496 0204"],
        None,
    );
}

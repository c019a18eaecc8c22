//! The part that a text plays, by its label, its record, its genre and its own form.

use plantain_read::{Brief, Genre, Origin, Role};

/// Labels that only say what part a text plays; they are never printed.
const STRUCTURAL: &[&str] = &[
    "author",
    "badge",
    "band",
    "band name",
    "body",
    "brand",
    "brand name",
    "business",
    "button",
    "caption",
    "category",
    "city",
    "cover line",
    "cover lines",
    "color",
    "colour",
    "company",
    "company name",
    "couple",
    "cta",
    "date",
    "description",
    "event",
    "footer",
    "features",
    "headline",
    "headlines",
    "stories",
    "articles",
    "topics",
    "header",
    "heading",
    "item",
    "kicker",
    "label",
    "line",
    "location",
    "logo",
    "message",
    "name",
    "names",
    "place",
    "banner",
    "flyer",
    "post",
    "poster",
    "story",
    "webinar",
    "price",
    "product",
    "product name",
    "quote",
    "slogan",
    "store",
    "sub",
    "subheading",
    "subtitle",
    "tagline",
    "text",
    "time",
    "title",
    "topic",
    "type",
    "url",
    "value",
    "venue",
    "website",
    "when",
    "where",
    "word",
    "words",
];

/// Returns the label as it is printed, or none when it only names the part.
pub(super) fn telling(brief: &Brief, label: &str) -> Option<String> {
    let bare = label.trim().trim_end_matches(':');
    let english = plantain_read::english(bare, &brief.language.0);
    // "Ряд 7, место 12": in a hall the word for a place is that for a seat.
    let seat = brief.genre == Genre::Ticket && english == "venue" && bare.to_lowercase() != english;
    if bare.is_empty() || STRUCTURAL.contains(&english.as_str()) && !seat {
        return None;
    }
    let mut chars = bare.chars();
    let first = chars.next()?;
    Some(first.to_uppercase().chain(chars).collect())
}

/// Returns the part that a literal plays in this genre, where its form tells more than the words before it.
pub(super) fn settled(brief: &Brief, index: usize) -> Role {
    let literal = &brief.literals[index];
    if let Some(role) = recorded(brief, &literal.text) {
        return role;
    }
    let (genre, text) = (brief.genre, literal.text.as_str());
    let folded = text.to_lowercase();
    let mut same = brief
        .literals
        .iter()
        .filter(|l| l.text.to_lowercase() == folded);
    if literal.role != Role::Button
        && same.any(|l| l.role == Role::Title)
        && literal.role != Role::Title
    {
        return Role::Title;
    }
    let quoted = brief
        .literals
        .iter()
        .any(|l| l.origin == Origin::Quoted && may_lead(genre, l.role));
    let count = |role: Role| brief.literals.iter().filter(|l| l.role == role).count();
    let first = |roles: &[Role]| brief.literals.iter().position(|l| roles.contains(&l.role));
    match literal.role {
        Role::Item
            if matches!(
                genre,
                Genre::Invitation | Genre::BusinessCard | Genre::Ticket
            ) =>
        {
            by_form(text)
        }
        Role::Item if !lists(genre) && count(Role::Item) < 3 => by_form(text),
        Role::Body if literal.text.chars().count() < 60 => by_form(text),
        Role::Person | Role::Brand
            if genre == Genre::BusinessCard
                && first(&[Role::Person]).or(first(&[Role::Brand])) == Some(index) =>
        {
            Role::Title
        }
        Role::Title
            if genre == Genre::BusinessCard && first(&[Role::Person, Role::Brand]).is_some() =>
        {
            Role::Subtitle
        }
        Role::Title | Role::Text | Role::Subtitle
            if genre == Genre::PriceTag && is_offer(text) && brief.literals.len() > 1 =>
        {
            Role::Badge
        }
        // The only text in quotes is what the piece is called.
        Role::Value | Role::Text | Role::Body | Role::Callout | Role::Label | Role::Caption
            if literal.origin == Origin::Quoted
                && announces(genre)
                && text.chars().count() <= 60
                && text.chars().any(char::is_alphabetic)
                && brief
                    .literals
                    .iter()
                    .filter(|l| l.origin == Origin::Quoted && l.role != Role::Button)
                    .count()
                    == 1 =>
        {
            Role::Title
        }
        // What was quoted leads; a guessed title stands above it.
        Role::Title if literal.origin >= Origin::Form && quoted && !is_loud(text) => Role::Kicker,
        role => role,
    }
}

/// "THE LAST TRAM HOME": words in capitals throughout are a name, whatever is quoted below them.
fn is_loud(text: &str) -> bool {
    text.contains(' ') && text.chars().any(char::is_alphabetic) && text == text.to_uppercase()
}

/// Whether a text in quotes can be what the piece says first; the tagline of a book stands below its name.
fn may_lead(genre: Genre, role: Role) -> bool {
    let cover = matches!(
        genre,
        Genre::BookCover | Genre::AlbumCover | Genre::MagazineCover
    );
    let below = matches!(
        role,
        Role::Button
            | Role::Price
            | Role::Date
            | Role::Time
            | Role::Contact
            | Role::Attribution
            | Role::Small
    );
    let below = below || cover && role == Role::Subtitle;
    !below
}

/// Returns the part that the key of a record gives to a value.
pub(super) fn recorded(brief: &Brief, text: &str) -> Option<Role> {
    let mut fields = brief.records.iter().flat_map(|record| &record.fields);
    let (key, _) = fields.find(|(_, value)| value.trim() == text.trim())?;
    match key
        .rsplit('.')
        .next()
        .unwrap_or(key)
        .to_lowercase()
        .as_str()
    {
        "name" | "title" | "product" | "product_name" | "productname" | "headline" => {
            Some(Role::Title)
        }
        "tagline" | "slogan" | "subtitle" | "subheading" | "description" | "claim" => {
            Some(Role::Subtitle)
        }
        "price" | "sale_price" | "saleprice" => Some(Role::Price),
        "old_price" | "original_price" | "list_price" | "was" => Some(Role::OldPrice),
        "cta" | "button" | "call_to_action" => Some(Role::Button),
        "badge" | "discount" | "offer" | "promo" => Some(Role::Badge),
        "brand" => Some(Role::Brand),
        "website" | "url" | "phone" | "email" => Some(Role::Contact),
        _ => None,
    }
}

/// Returns whether pieces of this genre are lists of goods, lines or points.
fn lists(genre: Genre) -> bool {
    matches!(
        genre,
        Genre::Menu
            | Genre::Chalkboard
            | Genre::Receipt
            | Genre::Invoice
            | Genre::PriceTag
            | Genre::Slide
            | Genre::Composed
            | Genre::Sign
    )
}

/// Returns the part that a text's own form suggests.
fn by_form(text: &str) -> Role {
    let lower = text.to_lowercase();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let reaches = ["rsvp", "call ", "tel", "phone", "www.", "http"]
        .iter()
        .any(|w| lower.starts_with(w));
    if reaches || text.contains('@') || digits >= 7 {
        Role::Contact
    } else if text.starts_with(|c: char| c.is_ascii_digit())
        && text.contains(' ')
        && text.chars().any(char::is_alphabetic)
    {
        Role::Place
    } else {
        Role::Text
    }
}

fn is_offer(text: &str) -> bool {
    let lower = text.to_lowercase();
    [
        "offer", "sale", "special", "deal", "save", "new", "angebot", "aktion", "promo", "oferta",
        "%",
    ]
    .iter()
    .any(|w| lower.contains(w))
}

/// Whether pieces of this genre announce one thing by its name.
fn announces(genre: Genre) -> bool {
    matches!(
        genre,
        Genre::Poster
            | Genre::Banner
            | Genre::SocialCard
            | Genre::Story
            | Genre::Sale
            | Genre::BookCover
            | Genre::AlbumCover
    )
}

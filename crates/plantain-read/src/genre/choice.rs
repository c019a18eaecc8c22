//! Which of several genre words names the picture: the head-noun rule, and things that only look like media.

use super::{Candidate, Place};
use crate::Genre;
use crate::lexicon::lexicon;
use crate::reader::Reader;
use crate::tokens::{Case, Sep};

/// Words that say little beside another genre word.
pub(super) fn is_generic(genre: Genre) -> bool {
    matches!(
        genre,
        Genre::WebPage
            | Genre::Scene
            | Genre::SocialCard
            | Genre::Gradient
            | Genre::Product
            | Genre::Infographic
            | Genre::Sticker
            | Genre::Pattern
    )
}

pub(super) fn choose(reader: &Reader<'_>, candidates: &[Candidate]) -> Option<Candidate> {
    let top: Vec<Candidate> = candidates
        .iter()
        .copied()
        .filter(|word| word.place == Place::Top)
        .collect();
    let head_first = super::told::is_head_first(reader);
    if let Some(board) = board_of_charts(reader, candidates) {
        return Some(board);
    }
    // "user journey as storyboard": the form in which it is told.
    let board = candidates.iter().copied().find(|word| {
        let lead = |back: usize| word.from.checked_sub(back).map_or("", |at| reader.key(at));
        let article = matches!(lead(1), "a" | "an");
        // "cat and dog comic, 3 panels": what stands in panels is one.
        let paneled = (word.to..reader.len()).any(|at| {
            matches!(reader.key(at), "panel" | "panels" | "frames")
                && crate::numbers::count_at(&reader.tokens, at - 1).is_some()
        });
        word.genre == Genre::Comic && (lead(1) == "as" || article && lead(2) == "as" || paneled)
    });
    if board.is_some() {
        return board;
    }
    if let Some(&first) = top.first() {
        return accept(reader, head_of(reader, &top, first, head_first), candidates);
    }
    if tells_a_scene(reader, candidates) {
        return None;
    }
    let scene_first = starts_with_scene(reader);
    let quoted = !reader.quoted.is_empty();
    let closing = candidates.iter().copied().find(|word| {
        (word.strong || word.genre == Genre::Sign && reader.key(word.to - 1) == "sign")
            && closes_first_clause(reader, word)
    });
    if let Some(word) = closing {
        return accept(reader, word, candidates);
    }
    if let Some(word) = own_clause(reader, candidates).or_else(|| lone_board(reader, candidates)) {
        return Some(word);
    }
    if let Some(word) = told_as(reader, candidates) {
        return Some(word);
    }
    candidates
        .iter()
        .copied()
        .find(|word| {
            word.place == Place::Clause
                && word.strong
                && word.genre != Genre::Scene
                && (!scene_first || quoted && !is_generic(word.genre))
        })
        .or_else(|| {
            candidates
                .iter()
                .copied()
                .find(|word| word.place == Place::Clause && word.genre == Genre::Scene)
        })
        .or_else(|| plotted(reader, candidates))
        .and_then(|word| accept(reader, word, candidates))
}

/// The dashboard that ends a clause in which its charts are told.
fn board_of_charts(reader: &Reader<'_>, candidates: &[Candidate]) -> Option<Candidate> {
    let ends = |word: &Candidate| ends_charts(reader, word, candidates);
    candidates.iter().copied().find(ends)
}

/// "gauge 68% battery and line chart of solar output dashboard": whether charts are told in a clause whose last word says
/// on what they stand.
pub(super) fn ends_charts(reader: &Reader<'_>, word: &Candidate, candidates: &[Candidate]) -> bool {
    const CHARTS_MIN: usize = 2;
    let charts = candidates.iter().filter(|chart| {
        chart.genre == Genre::Chart
            && chart.to <= word.from
            && chart.from >= reader.clause_start(word.from)
    });
    let led = word.from > 0
        && matches!(
            reader.key(word.from - 1),
            "a" | "an" | "the" | "my" | "our" | "of" | "on" | "in" | "for" | "from" | "by" | "with"
        );
    word.genre == Genre::Dashboard
        && word.to == reader.clause_end(word.from)
        && !led
        && charts.count() >= CHARTS_MIN
}

/// "open mic night every thursday 8pm - poster, dark": a medium that fills a clause of its own, after a day.
fn own_clause(reader: &Reader<'_>, candidates: &[Candidate]) -> Option<Candidate> {
    const ASKING: &[&str] = &[
        "make", "me", "a", "an", "the", "create", "design", "please", "as", "for", "my", "need",
        "i", "we", "it",
    ];
    candidates.iter().copied().find(|word| {
        matches!(
            word.genre,
            Genre::Poster | Genre::SocialCard | Genre::Banner | Genre::Story
        ) && (reader.clause_start(word.from)..word.from).all(|at| ASKING.contains(&reader.key(at)))
            && (word.to == reader.len() || reader.is_sep(word.to))
            && !tells_a_day(reader, word.to)
            && tells_a_day(reader, 0)
    })
}

/// "welcome to the lake house, rustic wood sign": the only board closes its clause and nothing is said of a place.
fn lone_board(reader: &Reader<'_>, candidates: &[Candidate]) -> Option<Candidate> {
    candidates
        .iter()
        .copied()
        .find(|word| word.genre == Genre::Sign)
        .and_then(|word| accept(reader, word, candidates))
        .filter(|word| !word.strong && word.place != Place::Top && closes(reader, word.to))
        .filter(|_| candidates.len() == 1 && reader.quoted.is_empty())
}

/// "beware of the dog sign for a gate": whether nothing but what it is for stands behind a medium in its clause.
fn closes(reader: &Reader<'_>, to: usize) -> bool {
    to == reader.len() || reader.is_sep(to) || reader.key(to) == "for"
}

/// "compare revenue and cost as grouped bars": the chart is what is asked for.
fn plotted(reader: &Reader<'_>, candidates: &[Candidate]) -> Option<Candidate> {
    let opens = matches!(
        reader.key(0),
        "compare" | "plot" | "visualize" | "visualise"
    );
    candidates
        .iter()
        .copied()
        .find(|word| word.genre == Genre::Chart && (opens || is_shown_as(reader, word)))
}

/// "my day as a timeline: 7:00 wake up", "the team as an org chart": the form in which the first clause tells its subject.
fn told_as(reader: &Reader<'_>, candidates: &[Candidate]) -> Option<Candidate> {
    candidates.iter().copied().find(|word| {
        let form = matches!(
            word.genre,
            Genre::Timeline
                | Genre::FlowChart
                | Genre::OrgChart
                | Genre::MindMap
                | Genre::Venn
                | Genre::Infographic
                | Genre::Table
                | Genre::ComparisonTable
                | Genre::Chart
        );
        let told = matches!(
            reader.key(0),
            "compare"
                | "comparing"
                | "show"
                | "present"
                | "explain"
                | "summarize"
                | "summarise"
                | "visualize"
                | "visualise"
                | "list"
                | "put"
                | "draw"
                | "contrast"
        );
        let led = word.from >= 2
            && matches!(reader.key(word.from - 1), "a" | "an")
            && (matches!(reader.key(word.from - 2), "as" | "into")
                || told && matches!(reader.key(word.from - 2), "in" | "using" | "with"));
        form && led
            && (word.to == reader.len() || reader.is_sep(word.to) || reader.key(word.to) == "with")
    })
}

/// "…, show it as a line chart": what was told before is wanted in this form.
fn is_shown_as(reader: &Reader<'_>, word: &Candidate) -> bool {
    let start = reader.clause_start(word.from);
    let shown = (start..word.from).any(|at| {
        matches!(
            reader.key(at),
            "show"
                | "draw"
                | "plot"
                | "make"
                | "put"
                | "display"
                | "present"
                | "visualize"
                | "visualise"
                | "turn"
        )
    });
    let form = (start..word.from).any(|at| {
        matches!(reader.key(at), "as" | "into" | "in") && matches!(reader.key(at + 1), "a" | "an")
    });
    shown && form && start > 0
}

/// "life of Ada Lovelace timeline": the last word of the first clause is its head when no article or "with" parts it.
fn closes_first_clause(reader: &Reader<'_>, word: &Candidate) -> bool {
    let end = reader.clause_end(0);
    word.genre != Genre::Scene
        && word.to <= end
        && (word.to == end || !reader.is_lower(word.to))
        && word.from > 1
        && (word.from.saturating_sub(3)..word.from).all(|at| {
            // "history of the computer timeline"
            let named = reader.key(at) == "the" && at > 0 && reader.key(at - 1) == "of";
            // A small word with a capital is part of a name ("Trattoria Da Gino").
            let named = named || reader.is_capital(at) && at > 0 && reader.is_capital(at - 1);
            // "yoga in the park flyer, every sunday 10am": with a day or an hour to tell, only an article before the
            // medium itself parts it from the words before it.
            let named = named || at + 1 < word.from && tells_a_day(reader, word.to);
            // "fish and chip shop menu: cod 9.50": what the medium is for is named in two words.
            let named = named
                || reader.key(at) == "and" && at + 1 < word.from && reader.sep(word.to, Sep::Colon);
            named
                || !matches!(
                    reader.key(at),
                    "a" | "an"
                        | "the"
                        | "with"
                        | "holding"
                        | "on"
                        | "in"
                        | "near"
                        | "by"
                        | "at"
                        | "and"
                        | "reading"
                )
        })
}

/// Whether a day or an hour is told from `at` on.
fn tells_a_day(reader: &Reader<'_>, from: usize) -> bool {
    use crate::forms::FormKind;
    (from..reader.len()).any(|at| {
        matches!(reader.form(at), Some(FormKind::Date | FormKind::Time))
            || crate::forms::is_weekday(reader.key(at)) && reader.key(at).len() > 3
    })
}

/// The head of a run of genre words: the last specific one that touches the first.
fn head_of(
    reader: &Reader<'_>,
    top: &[Candidate],
    first: Candidate,
    head_first: bool,
) -> Candidate {
    // "cronograma gantt": the form is what is drawn.
    let gantt =
        |word: &Candidate| (word.from..word.to).any(|at| reader.key(at).starts_with("gantt"));
    if let Some(&word) = top.iter().find(|word| gantt(word)) {
        return word;
    }
    let mut head = first;
    for &word in &top[1..] {
        // "дашборд магазина": the head stands first and what it is about behind it.
        if head_first && !is_generic(head.genre) {
            break;
        }
        let diagram = matches!(
            head.genre,
            Genre::FlowChart | Genre::SequenceDiagram | Genre::OrgChart | Genre::MindMap
        );
        if diagram
            && matches!(
                word.genre,
                Genre::Login | Genre::SignUp | Genre::Settings | Genre::Form
            )
        {
            continue;
        }
        // "times table chart": the table is what hangs on the wall.
        if head.genre == Genre::Table && word.genre == Genre::Chart {
            continue;
        }
        // "app icon budget tracker", "logo letters A and M": the icon is for the app, the letters are on the logo.
        if matches!(head.genre, Genre::AppIcon | Genre::Logo | Genre::Sticker)
            && (matches!(word.genre, Genre::Chart | Genre::Letter)
                || crate::screens::is_interface(word.genre))
        {
            continue;
        }
        // "infographic Mail Phone Chat": a name with a capital behind it is one of its parts.
        if head.genre == Genre::Infographic
            && word.from >= head.to
            && reader.is_capital(word.from)
            && !reader.is_capital(head.from)
        {
            continue;
        }
        // "product shot of a shampoo bottle": what the shot shows is no genre.
        if head.genre == Genre::Product && word.genre == Genre::Label {
            continue;
        }
        // "heart diagram labels", "diagram of the cycle": the drawing has labels, and may be of a narrower kind.
        let drawn = matches!(
            head.genre,
            Genre::LabelledDiagram | Genre::CrossSection | Genre::Map | Genre::Chart
        );
        if drawn && matches!(word.genre, Genre::Label | Genre::Table) {
            continue;
        }
        let touches = word.from <= head.to + 1;
        if is_generic(head.genre) && !is_generic(word.genre) || touches && !is_generic(word.genre) {
            head = word;
        }
    }
    head
}

/// Many sentences that begin with a place or a thing and tell of others: the media in the middle of them hang and stand in the
/// picture.
fn tells_a_scene(reader: &Reader<'_>, candidates: &[Candidate]) -> bool {
    const SENTENCES_MIN: usize = 5;
    let ends: Vec<usize> = (0..reader.len())
        .filter(|&at| reader.ends_sentence(at))
        .collect();
    let first = ends.first().copied().unwrap_or(0);
    let placed = (0..first).any(|at| lexicon().places.at(&reader.tokens, at).is_some());
    let opens = |word: &Candidate| {
        let start = ends
            .iter()
            .rev()
            .find(|end| **end < word.from)
            .map_or(0, |end| end + 1);
        (start..word.from).all(|at| matches!(reader.key(at), "a" | "an" | "the" | "this"))
    };
    ends.len() >= SENTENCES_MIN
        && (placed || starts_with_scene(reader))
        && !candidates
            .iter()
            .any(|word| opens(word) || word.genre == Genre::Comic)
}

/// Whether the first clause names things to be drawn.
fn starts_with_scene(reader: &Reader<'_>) -> bool {
    let end = reader.clause_end(0);
    (0..end).any(|at| {
        lexicon()
            .nouns
            .at(&reader.tokens, at)
            .is_some_and(|(_, noun)| !matches!(noun.category, "office" | "shape"))
    })
}

/// Words with which the text of a board begins.
pub(crate) const OPENINGS: &[&str] = &[
    "welcome", "please", "no", "keep", "beware", "caution", "home", "our", "do", "don't",
    "warning", "danger", "staff", "private", "quiet", "closed", "open", "stop",
];

/// Weak words need text to be a picture of their own; otherwise they are things in a scene.
fn accept(reader: &Reader<'_>, word: Candidate, candidates: &[Candidate]) -> Option<Candidate> {
    // "A travel poster style illustration of a beach" is no poster.
    let manner = matches!(reader.key(word.to), "style" | "styled")
        && matches!(
            reader.key(word.to + 1),
            "illustration" | "painting" | "drawing" | "picture" | "image" | "scene" | "artwork"
        );
    if manner || word.genre == Genre::ProductGrid && is_pushed(reader, word) {
        return None;
    }
    if word.strong {
        let photo_of_object = candidates
            .iter()
            .any(|other| other.genre == Genre::Scene && other.to < word.from)
            && placed_in_scene(reader, word);
        return (!photo_of_object).then_some(word);
    }
    let text = !reader.quoted.is_empty()
        || (word.to..reader.len()).any(|at| {
            matches!(
                reader.key(at),
                "says" | "saying" | "reads" | "reading" | "that" | "with" | "text"
            )
        });
    let capitals = (word.to..reader.len()).any(|at| reader.tokens[at].case == Case::Upper);
    // "wet paint sign", "sign: please knock": the sign is all there is.
    let boards = matches!(word.genre, Genre::Sign | Genre::Chalkboard)
        && word.place == Place::Top
        && (reader.sep(word.to, Sep::Colon)
            || word.to == reader.len()
            || reader.sep(word.to, Sep::Comma)
                && super::board::is_only(word, candidates)
                && !lists_things(reader, word.to + 1)
            || reader.key(word.to) == "for");
    // "welcome to the lake house, rustic wood sign": the words come first, then the board.
    let named_last = word.genre == Genre::Sign
        && matches!(word.place, Place::Clause | Place::Governed)
        && closes(reader, word.to)
        && OPENINGS.contains(&reader.key(0));
    // "shop opening hours sign Mon-Fri 9-6, …"
    let houred = word.genre == Genre::Sign && word.from > 0 && reader.key(word.from - 1) == "hours";
    // "letter from the school: Dear parents, …"
    let addressed = word.genre == Genre::Letter
        && word.place == Place::Top
        && (reader.sep(word.to, Sep::Colon)
            || matches!(reader.key(word.to), "from" | "to" | "for"));
    // "Schild Privatgrundstück Betreten verboten"
    let told = word.genre == Genre::Sign
        && word.place == Place::Top
        && reader.brief.language.0 != "en"
        && word.from == 0
        && (word.to..reader.len()).all(|at| {
            reader.tokens[at].is_word() && lexicon().nouns.at(&reader.tokens, at).is_none()
        })
        && !placed_in_scene(reader, word);
    let warned = warns(reader, word);
    if named_last
        || houred
        || addressed
        || told
        || warned
        || lists_copy(reader, word)
        || tells_line(reader, word)
    {
        return Some(word);
    }
    let standing = word.genre == Genre::Chalkboard && word.place == Place::Top && text;
    let alone = !placed_in_scene(reader, word);
    if boards || standing && alone && word.to - word.from >= 2 {
        return Some(word);
    }
    ((text || capitals) && !placed_in_scene(reader, word)).then_some(word)
}

/// "a woman pushing a shopping cart", "a shopping cart full of oranges": the cart on wheels and no page of a shop.
fn is_pushed(reader: &Reader<'_>, word: Candidate) -> bool {
    let mut before = (0..word.from).rev();
    let led = before.find(|&at| !matches!(reader.key(at), "a" | "an" | "the" | "his" | "her"));
    let moved = led.is_some_and(|at| {
        matches!(
            reader.key(at),
            "pushing" | "pushes" | "pulling" | "pulls" | "riding" | "filling" | "fills"
        )
    });
    moved || matches!(reader.key(word.to), "full" | "filled" | "loaded")
}

/// "yellow caution sign wet floor": behind the word for a warning stands what it warns of.
fn warns(reader: &Reader<'_>, word: Candidate) -> bool {
    const WORDS_MAX: usize = 6;
    let kind = (word.from..word.to).any(|at| {
        matches!(
            reader.key(at),
            "warning" | "caution" | "danger" | "hazard" | "safety"
        )
    });
    let end = reader.clause_end(word.to.min(reader.len().saturating_sub(1)));
    let small = |at: usize| {
        matches!(
            reader.key(at),
            "on" | "in"
                | "at"
                | "by"
                | "near"
                | "next"
                | "beside"
                | "behind"
                | "with"
                | "and"
                | "a"
                | "an"
                | "the"
                | "of"
                | "for"
                | "to"
                | "against"
                | "hanging"
                | "standing"
        )
    };
    word.genre == Genre::Sign
        && word.place == Place::Top
        && kind
        && (1..=WORDS_MAX).contains(&end.saturating_sub(word.to))
        && (word.to..end).all(|at| reader.tokens[at].is_word() && !small(at))
}

/// "chalkboard sign outside a bakery: rye loaf 5.50, pie 4.75": prices behind a colon are written on the board.
fn lists_copy(reader: &Reader<'_>, word: Candidate) -> bool {
    use crate::forms::FormKind;
    let colon = (word.to..reader.len().min(word.to + 8)).find(|&at| reader.is_sep(at));
    let Some(colon) = colon.filter(|&at| reader.sep(at, Sep::Colon)) else {
        return false;
    };
    let priced = (colon..reader.len())
        .filter(|&at| {
            matches!(
                reader.form(at),
                Some(FormKind::Price | FormKind::Figure | FormKind::Time | FormKind::Percent)
            )
        })
        .count();
    // "chalkboard sign outside a cafe: 'Today's special …'"
    let quoted = reader
        .tokens
        .get(colon + 1)
        .is_some_and(|t| t.quote().is_some());
    matches!(word.genre, Genre::Sign | Genre::Chalkboard)
        && word.place == Place::Top
        && (priced >= 2 || quoted)
}

/// "wooden sign at a campsite: Quiet hours 22:00 - 07:00": one line that begins like a sentence behind a colon is what the
/// board says, wherever it stands.
fn tells_line(reader: &Reader<'_>, word: Candidate) -> bool {
    const WORDS_MAX: usize = 10;
    let board = matches!(word.genre, Genre::Sign | Genre::Chalkboard) && word.place == Place::Top;
    let colon = (word.to..reader.len().min(word.to + 8)).find(|&at| reader.is_sep(at));
    let Some(colon) = colon.filter(|&at| board && reader.sep(at, Sep::Colon)) else {
        return false;
    };
    let from = colon + 1;
    let end = (from..reader.len())
        .find(|&at| reader.ends_sentence(at))
        .unwrap_or(reader.len());
    let one = (end..reader.len()).all(|at| reader.is_sep(at));
    let listed = (from..end).any(|at| reader.sep(at, Sep::Comma));
    let article = matches!(reader.key(from), "a" | "an" | "the");
    // Scripts without capitals tell lines by their colon alone.
    let opens = reader.is_capital(from) || reader.is_caseless(from);
    one && !listed && !article && opens && end - from <= WORDS_MAX
}

/// "a sign, a rug and a cup": things of one picture stand in a list, each with its article.
fn lists_things(reader: &Reader<'_>, from: usize) -> bool {
    let article = |at: usize| {
        matches!(reader.key(at), "a" | "an")
            || crate::numbers::count_at(&reader.tokens, at).is_some()
    };
    let end = reader.clause_end(from);
    article(from)
        && reader.quoted.is_empty()
        && (from..end).any(|at| reader.key(at) == "and" && article(at + 1))
}

/// "a sign on a wall", "a poster in a subway station": the picture shows the thing somewhere.
fn placed_in_scene(reader: &Reader<'_>, word: Candidate) -> bool {
    let end = (word.to..reader.len())
        .find(|&at| reader.ends_sentence(at))
        .unwrap_or(reader.len());
    // "… and a bicycle leans against it": the sign is one of the things.
    let leaned = (word.to..end).any(|at| {
        let quoted = |i: usize| reader.tokens.get(i).is_some_and(|t| t.quote().is_some());
        reader.key(at) == "it"
            && !quoted(at + 1)
            && matches!(
                reader.key(at - 1),
                "against" | "beside" | "under" | "behind" | "to" | "near" | "below" | "above"
            )
    });
    if leaned {
        return true;
    }
    (word.to..end).any(|at| stands_at(reader, at, end) || is_place_alone(reader, at, end))
}

/// "billboard Drink Water, desert, sunset": a clause behind a comma that is nothing but a place.
fn is_place_alone(reader: &Reader<'_>, comma: usize, end: usize) -> bool {
    let at = comma + 1;
    let place = lexicon().places.at(&reader.tokens, at);
    place.is_some_and(|(len, word)| {
        let closed = at + len == end || reader.sep(at + len, Sep::Comma);
        reader.sep(comma, Sep::Comma) && closed && !word.thing
    })
}

/// Places on a page, and words for how text is set: behind "on" or "in" they tell of no scene.
const ON_A_PAGE: &[&str] = &[
    "background",
    "bg",
    "letters",
    "font",
    "text",
    "top",
    "bottom",
    "style",
    "left",
    "right",
    "center",
    "middle",
    "corner",
];

/// "on a wall", "in front of the bakery": a preposition at `at` with a thing or a place behind it.
fn stands_at(reader: &Reader<'_>, at: usize, end: usize) -> bool {
    let position = matches!(
        reader.key(at),
        "on" | "in"
            | "at"
            | "beside"
            | "near"
            | "above"
            | "under"
            | "behind"
            | "next"
            | "outside"
            | "inside"
            | "over"
    );
    let article = matches!(reader.key(at + 1), "a" | "an" | "the" | "to" | "front")
        || reader.key(at) == "outside";
    let background = (at..(at + 6).min(end)).any(|at| ON_A_PAGE.contains(&reader.key(at)));
    position && article && !background && names_a_thing(reader, at + 1)
}

/// Whether a thing or a place is named from `at` on, perhaps behind small words, adjectives and colours.
fn names_a_thing(reader: &Reader<'_>, at: usize) -> bool {
    let mut noun_at = at;
    while matches!(
        reader.key(noun_at),
        "a" | "an"
            | "the"
            | "to"
            | "front"
            | "of"
            | "back"
            | "side"
            | "top"
            | "edge"
            | "corner"
            | "end"
            | "hood"
    ) || lexicon().adjectives.at(&reader.tokens, noun_at).is_some()
        || crate::colors::color_at(&reader.tokens, noun_at).is_some()
    {
        noun_at += 1;
        if noun_at > at + 5 {
            break;
        }
    }
    lexicon().nouns.at(&reader.tokens, noun_at).is_some()
        || lexicon().places.at(&reader.tokens, noun_at).is_some()
}

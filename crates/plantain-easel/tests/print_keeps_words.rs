//! Every layout of printed matter sets every text that was asked for, at every ratio.

use plantain_easel::{Studio, directors};
use plantain_read::{Brief, Genre, Literal, Origin, Role};
use plantain_scene::Canvas;

const GENRES: &[Genre] = &[
    Genre::Composed,
    Genre::Poster,
    Genre::Banner,
    Genre::Sale,
    Genre::Label,
    Genre::PriceTag,
    Genre::BusinessCard,
    Genre::Invitation,
    Genre::Certificate,
    Genre::SocialCard,
    Genre::Story,
    Genre::QuoteCard,
    Genre::Ticket,
    Genre::Menu,
    Genre::Chalkboard,
    Genre::Sign,
    Genre::BookCover,
    Genre::MagazineCover,
    Genre::AlbumCover,
    Genre::Receipt,
    Genre::Invoice,
    Genre::Slide,
    Genre::Calendar,
    Genre::PrintMotif,
    Genre::Product,
    Genre::Logo,
    Genre::Sticker,
];

const ROLES: &[Role] = &[
    Role::Title,
    Role::Subtitle,
    Role::Kicker,
    Role::Body,
    Role::Date,
    Role::Place,
    Role::Person,
    Role::Price,
    Role::OldPrice,
    Role::Brand,
    Role::Button,
    Role::Badge,
    Role::Contact,
    Role::Small,
    Role::Attribution,
    Role::Item,
    Role::Text,
    Role::Value,
];

fn check(genre: Genre, roles: &[Role], canvas: Canvas) -> Vec<String> {
    let literals = roles
        .iter()
        .enumerate()
        .map(|(i, role)| Literal {
            text: format!("Wort {i} {role:?}"),
            span: 0..0,
            role: *role,
            origin: Origin::Quoted,
            on_object: None,
        })
        .collect();
    let brief = Brief {
        genre,
        literals,
        ..Brief::default()
    };
    let mut lost = Vec::new();
    for seed in 0..3 {
        let studio = Studio::new(&brief, canvas, true, seed);
        let Some(director) = directors::director(genre) else {
            continue;
        };
        for draft in director(&studio) {
            let mut shown = Vec::new();
            draft
                .root
                .visit(&mut |node| shown.extend(node.as_text().map(|t| t.text.clone())));
            for literal in &brief.literals {
                if !shown.iter().any(|text| text.contains(&literal.text)) {
                    lost.push(format!(
                        "{genre:?} {} loses {}",
                        draft.archetype, literal.text
                    ));
                }
            }
        }
    }
    lost
}

#[test]
fn no_layout_drops_a_text() {
    let mut lost = Vec::new();
    for genre in GENRES {
        for (w, h) in [
            (1024, 1024),
            (1344, 768),
            (768, 1344),
            (2048, 512),
            (300, 1200),
        ] {
            for shift in 0..6 {
                let roles: Vec<Role> = (0..4 + shift)
                    .map(|i| ROLES[(i * 5 + shift * 3) % ROLES.len()])
                    .collect();
                lost.extend(check(*genre, &roles, Canvas::new(w, h)));
            }
        }
    }
    lost.sort();
    lost.dedup();
    assert!(lost.is_empty(), "{}", lost.join("\n"));
}

//! Sets a run of unquoted text as strings with their roles.

use crate::lexicon::Policy;
use crate::literals::{Scanner, says};
use crate::{Genre, Origin, Role};

impl Scanner<'_, '_> {
    /// Emits the text in `from..end`, cut into its pieces.
    pub(in crate::literals) fn run(&mut self, from: usize, end: usize) {
        let end = end.max(from + 1);
        // "every Thursday 20:00"
        let early = from > 0
            && matches!(self.reader.key(from - 1), "every" | "until")
            && self.reader.is_free(from - 1);
        let from = from - usize::from(early);
        let introduced = self
            .intro
            .as_ref()
            .is_some_and(|intro| intro.used == 0 || intro.policy == Policy::Many);
        let origin = if introduced {
            Origin::Introduced
        } else {
            Origin::Inferred
        };
        let mut pieces = super::pieces::cut(self, from, end);
        if self.reader.key(end) == "button"
            && let Some(last) = pieces.last_mut()
        {
            last.role = Some(Role::Button);
        }
        let mut first = true;
        for piece in pieces {
            let role = self.piece_role(&piece, first);
            first = false;
            let index = match piece.value {
                Some(value) => {
                    let label = self.emit(
                        piece.from,
                        piece.to,
                        piece.role.unwrap_or_else(|| self.label_role()),
                        origin,
                    );
                    let value_index = self.emit(
                        value.0,
                        value.1,
                        self.value_role_of(value.0),
                        Origin::Form.min(origin),
                    );
                    let label_text = self.reader.brief.literals[label].text.clone();
                    self.reader.brief.pairs.push(crate::Pair {
                        label: Some(label),
                        label_text,
                        value: value_index,
                    });
                    self.enumerate(label);
                    self.enumerate(value_index);
                    continue;
                }
                None => self.emit(piece.from, piece.to, role, origin),
            };
            if introduced {
                self.label_of_intro(index);
            }
            self.enumerate(index);
        }
        self.at = end;
    }

    pub(super) fn label_role(&self) -> Role {
        match &self.intro {
            Some(intro) if !matches!(intro.role, Role::Text | Role::Title) => intro.role,
            _ if matches!(
                self.reader.brief.genre,
                Genre::Menu
                    | Genre::ProductGrid
                    | Genre::Receipt
                    | Genre::Invoice
                    | Genre::PriceTag
            ) =>
            {
                Role::Item
            }
            _ if self.reader.brief.genre == Genre::Chart => Role::Category,
            _ => Role::Label,
        }
    }

    pub(super) fn value_role_of(&self, at: usize) -> Role {
        super::pieces::role_of_form(self.reader.form(at)).unwrap_or(Role::Value)
    }

    pub(super) fn piece_role(&mut self, piece: &super::pieces::Piece, first: bool) -> Role {
        let address = piece.to == piece.from + 1
            && matches!(
                self.reader.form(piece.from),
                Some(
                    crate::forms::FormKind::Url
                        | crate::forms::FormKind::Email
                        | crate::forms::FormKind::Phone
                )
            );
        if address {
            if let Some(intro) = &mut self.intro {
                intro.used += 1;
            }
            return Role::Contact;
        }
        let fresh = self.intro.as_ref().is_some_and(|intro| {
            intro.policy != Policy::Many && intro.used == 0 && !says(intro.role)
        });
        if let Some(role) = piece.role.filter(|_| !(fresh && first)) {
            if let Some(intro) = &mut self.intro {
                intro.used += 1;
            }
            return role;
        }
        let introduced = match &mut self.intro {
            Some(intro) if intro.policy == Policy::Many || intro.used == 0 && first => {
                intro.used += 1;
                Some(if says(intro.role) && !self.design {
                    Role::World
                } else {
                    intro.role
                })
            }
            _ => None,
        };
        introduced
            .filter(|role| *role != Role::Text)
            .or_else(|| {
                if piece.to == piece.from + 1 {
                    super::pieces::role_of_form(self.reader.form(piece.from))
                } else {
                    None
                }
            })
            .unwrap_or(if self.design { Role::Text } else { Role::World })
    }
}

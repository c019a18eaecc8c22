//! Who sells and who pays.

use super::Desk;
use super::words::{BUYERS, SELLERS};
use crate::outline::trimmed;
use crate::{Role, Span};

/// Whether a text is a name: a few words that begin with a capital, without figures.
pub(super) fn is_name(text: &str) -> bool {
    text.starts_with(char::is_uppercase)
        && text.split_whitespace().count() <= 4
        && !text.to_lowercase().starts_with("item")
        && !text.contains(|c: char| c.is_ascii_digit())
}

/// Words at the end of what a bill is for, which is nobody.
const SERVICES: &[&str] = &[
    " design",
    " services",
    " service",
    " work",
    " consulting",
    " development",
    " repair",
    " cleaning",
    " photography",
    " lessons",
    " project",
    " rental",
    " hire",
];

impl Desk {
    /// "invoice #2043 for Bright Studio", "invoice for Bloom Florals: …": whose bill it is, before its lines; a till's receipt is
    /// for nobody.
    pub(super) fn billed_to(&mut self, span: &Span, text: &str) -> bool {
        let lead = ["for ", "pour ", "para ", "per ", "voor ", "dla ", "для "]
            .iter()
            .find(|lead| text.starts_with(**lead));
        let Some(lead) = lead.filter(|_| self.invoice && self.bill.items.is_empty()) else {
            return false;
        };
        // "for Bright Studio with 3 items: …"
        let end = [" with ", ": "]
            .iter()
            .filter_map(|mark| text.find(mark))
            .min();
        let end = end.unwrap_or(text.len());
        let name = span.start + lead.len()..span.start + end;
        let service = SERVICES.iter().any(|word| text[..end].ends_with(word));
        if service || !is_name(&self.brief.prompt[name.clone()]) {
            return false;
        }
        // Without a number, "for" tells whose bill it is.
        if self.bill.number.is_some() && self.bill.buyer.is_none() {
            self.bill.buyer = self.add(name, Role::Person);
        } else if self.bill.seller.is_none() {
            self.bill.seller = self.add(name, Role::Brand);
        } else {
            return false;
        }
        if let Some(rest) = trimmed(&self.brief.prompt, span.start + end..span.end) {
            self.clause(rest);
        }
        true
    }

    /// "from X to Y", "bill to: Z".
    pub(super) fn parties(&mut self, span: &Span, text: &str) -> bool {
        let capital = |desk: &Self, at: usize| {
            desk.brief.prompt[span.start + at..]
                .starts_with(|c: char| c.is_uppercase() || c == '"' || c == '\'')
        };
        // "trip from JFK to Midtown": where a ride goes is a fact.
        if ["trip ", "ride ", "route ", "pickup ", "drop-off "]
            .iter()
            .any(|lead| text.starts_with(lead))
        {
            return false;
        }
        // "Malermeister Huber an Familie Klein": a name, a word, a name.
        if self.bill.seller.is_none()
            && let Some((at, len)) = [
                " an ", " to ", " à ", " para ", " für ", " a ", " aan ", " dla ", " для ",
            ]
            .iter()
            .find_map(|link| text.find(link).map(|at| (at, link.len())))
            && is_name(&self.brief.prompt[span.start..span.start + at])
            && is_name(&self.brief.prompt[span.start + at + len..span.end])
            && !BUYERS
                .iter()
                .chain(SELLERS)
                .any(|word| text[..at] == **word || text.starts_with(&format!("{word} ")))
        {
            self.bill.seller = self.add(span.start..span.start + at, Role::Brand);
            self.bill.buyer = self.add(span.start + at + len..span.end, Role::Person);
            return true;
        }
        // "web design from Pixel Forge to Acme": what comes before is an item.
        for lead in ["from ", "by ", "von "] {
            if let Some(at) = text.find(lead)
                && at > 0
                && text[..at].ends_with(' ')
                && capital(self, at + lead.len())
            {
                if let Some(before) = trimmed(&self.brief.prompt, span.start..span.start + at) {
                    self.clause(before);
                }
                self.clause(span.start + at..span.end);
                return true;
            }
        }
        for (names, buyer) in [(BUYERS, true), (SELLERS, false)] {
            for name in names {
                let Some(rest) = text.strip_prefix(name) else {
                    continue;
                };
                let value = rest.trim_start_matches([':', ' ']);
                if value.len() == rest.len() || value.is_empty() {
                    continue;
                }
                let at = text.len() - value.len();
                if !capital(self, at) && !rest.starts_with(':') {
                    continue;
                }
                let cut = [
                    " to ", " an ", " a ", " à ", " para ", " aan ", " dla ", " для ",
                ]
                .iter()
                .filter_map(|link| Some((value.find(link)?, link.len())))
                .filter(|(n, len)| !buyer && capital(self, at + n + len))
                .min();
                let end = cut.map_or(text.len(), |(n, _)| at + n);
                let index = self.add(
                    span.start + at..span.start + end,
                    if buyer { Role::Person } else { Role::Brand },
                );
                if buyer {
                    self.bill.buyer = self.bill.buyer.or(index)
                } else {
                    self.bill.seller = self.bill.seller.or(index)
                }
                if let Some((n, len)) = cut {
                    let rest = span.start + at + n + len..span.end;
                    // "de Taller Pérez a Ana Gil": a name behind the word is who pays.
                    if self.bill.buyer.is_none() && is_name(&self.brief.prompt[rest.clone()]) {
                        self.bill.buyer = self.add(rest, Role::Person);
                    } else {
                        self.clause(span.start + at + n + 1..span.end);
                    }
                }
                return true;
            }
        }
        false
    }
}

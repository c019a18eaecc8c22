//! Cards: business cards, invitations, certificates, social cards and stories, quotes, tickets.

mod boarding;
mod business;
mod certificate;
mod invitation;
mod quote;
mod social;
mod ticket;

pub use boarding::boarding;
pub use business::business;
pub use certificate::certificate;
pub use invitation::invitation;
pub use quote::quote;
pub use social::social;
pub use ticket::ticket;

//! Cards: business cards, invitations, certificates, tickets.

mod boarding;
mod business;
mod certificate;
pub mod floral;
mod invitation;
mod ticket;

pub use boarding::boarding;
pub use business::business;
pub use certificate::certificate;
pub use invitation::invitation;
pub use ticket::ticket;

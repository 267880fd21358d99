mod downloads;
mod events;
mod uploads;

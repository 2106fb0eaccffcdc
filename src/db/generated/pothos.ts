/* eslint-disable */
import type { Prisma, Case, Coverage, Agreement, Document, DocumentLink, Passage, Citation, Actor, Name, Relationship, Residence, Place, Event, Participation, Item, Measure, EventLink, Statement, StatementSpeaker, Claim, Position, ClaimLink, LegalAction, LegalParty, LegalStatus, LegalTerm, LegalGround, LegalLink } from "./client.ts";
export default interface PrismaTypes {
    Case: {
        Name: "Case";
        Shape: Case;
        Include: Prisma.CaseInclude;
        Select: Prisma.CaseSelect;
        OrderBy: Prisma.CaseOrderByWithRelationInput;
        WhereUnique: Prisma.CaseWhereUniqueInput;
        Where: Prisma.CaseWhereInput;
        Create: {};
        Update: {};
        RelationName: "documents" | "documentLinks" | "places" | "actors" | "passages" | "names" | "relationships" | "residences" | "measures" | "events" | "participations" | "items" | "eventLinks" | "statements" | "claims" | "positions" | "claimLinks" | "legalActions" | "legalParties" | "legalStatuses" | "legalTerms" | "legalGrounds" | "legalLinks" | "citations" | "coverage" | "agreement";
        ListRelations: "documents" | "documentLinks" | "places" | "actors" | "passages" | "names" | "relationships" | "residences" | "measures" | "events" | "participations" | "items" | "eventLinks" | "statements" | "claims" | "positions" | "claimLinks" | "legalActions" | "legalParties" | "legalStatuses" | "legalTerms" | "legalGrounds" | "legalLinks" | "citations" | "coverage" | "agreement";
        Relations: {
            documents: {
                Shape: Document[];
                Name: "Document";
                Nullable: false;
            };
            documentLinks: {
                Shape: DocumentLink[];
                Name: "DocumentLink";
                Nullable: false;
            };
            places: {
                Shape: Place[];
                Name: "Place";
                Nullable: false;
            };
            actors: {
                Shape: Actor[];
                Name: "Actor";
                Nullable: false;
            };
            passages: {
                Shape: Passage[];
                Name: "Passage";
                Nullable: false;
            };
            names: {
                Shape: Name[];
                Name: "Name";
                Nullable: false;
            };
            relationships: {
                Shape: Relationship[];
                Name: "Relationship";
                Nullable: false;
            };
            residences: {
                Shape: Residence[];
                Name: "Residence";
                Nullable: false;
            };
            measures: {
                Shape: Measure[];
                Name: "Measure";
                Nullable: false;
            };
            events: {
                Shape: Event[];
                Name: "Event";
                Nullable: false;
            };
            participations: {
                Shape: Participation[];
                Name: "Participation";
                Nullable: false;
            };
            items: {
                Shape: Item[];
                Name: "Item";
                Nullable: false;
            };
            eventLinks: {
                Shape: EventLink[];
                Name: "EventLink";
                Nullable: false;
            };
            statements: {
                Shape: Statement[];
                Name: "Statement";
                Nullable: false;
            };
            claims: {
                Shape: Claim[];
                Name: "Claim";
                Nullable: false;
            };
            positions: {
                Shape: Position[];
                Name: "Position";
                Nullable: false;
            };
            claimLinks: {
                Shape: ClaimLink[];
                Name: "ClaimLink";
                Nullable: false;
            };
            legalActions: {
                Shape: LegalAction[];
                Name: "LegalAction";
                Nullable: false;
            };
            legalParties: {
                Shape: LegalParty[];
                Name: "LegalParty";
                Nullable: false;
            };
            legalStatuses: {
                Shape: LegalStatus[];
                Name: "LegalStatus";
                Nullable: false;
            };
            legalTerms: {
                Shape: LegalTerm[];
                Name: "LegalTerm";
                Nullable: false;
            };
            legalGrounds: {
                Shape: LegalGround[];
                Name: "LegalGround";
                Nullable: false;
            };
            legalLinks: {
                Shape: LegalLink[];
                Name: "LegalLink";
                Nullable: false;
            };
            citations: {
                Shape: Citation[];
                Name: "Citation";
                Nullable: false;
            };
            coverage: {
                Shape: Coverage[];
                Name: "Coverage";
                Nullable: false;
            };
            agreement: {
                Shape: Agreement[];
                Name: "Agreement";
                Nullable: false;
            };
        };
    };
    Coverage: {
        Name: "Coverage";
        Shape: Coverage;
        Include: Prisma.CoverageInclude;
        Select: Prisma.CoverageSelect;
        OrderBy: Prisma.CoverageOrderByWithRelationInput;
        WhereUnique: Prisma.CoverageWhereUniqueInput;
        Where: Prisma.CoverageWhereInput;
        Create: {};
        Update: {};
        RelationName: "case";
        ListRelations: never;
        Relations: {
            case: {
                Shape: Case;
                Name: "Case";
                Nullable: false;
            };
        };
    };
    Agreement: {
        Name: "Agreement";
        Shape: Agreement;
        Include: Prisma.AgreementInclude;
        Select: Prisma.AgreementSelect;
        OrderBy: Prisma.AgreementOrderByWithRelationInput;
        WhereUnique: Prisma.AgreementWhereUniqueInput;
        Where: Prisma.AgreementWhereInput;
        Create: {};
        Update: {};
        RelationName: "case";
        ListRelations: never;
        Relations: {
            case: {
                Shape: Case;
                Name: "Case";
                Nullable: false;
            };
        };
    };
    Document: {
        Name: "Document";
        Shape: Document;
        Include: Prisma.DocumentInclude;
        Select: Prisma.DocumentSelect;
        OrderBy: Prisma.DocumentOrderByWithRelationInput;
        WhereUnique: Prisma.DocumentWhereUniqueInput;
        Where: Prisma.DocumentWhereInput;
        Create: {};
        Update: {};
        RelationName: "publisherActor" | "derivedFrom" | "derivations" | "cases" | "passages" | "citations";
        ListRelations: "derivedFrom" | "derivations" | "cases" | "passages" | "citations";
        Relations: {
            publisherActor: {
                Shape: Actor | null;
                Name: "Actor";
                Nullable: true;
            };
            derivedFrom: {
                Shape: DocumentLink[];
                Name: "DocumentLink";
                Nullable: false;
            };
            derivations: {
                Shape: DocumentLink[];
                Name: "DocumentLink";
                Nullable: false;
            };
            cases: {
                Shape: Case[];
                Name: "Case";
                Nullable: false;
            };
            passages: {
                Shape: Passage[];
                Name: "Passage";
                Nullable: false;
            };
            citations: {
                Shape: Citation[];
                Name: "Citation";
                Nullable: false;
            };
        };
    };
    DocumentLink: {
        Name: "DocumentLink";
        Shape: DocumentLink;
        Include: Prisma.DocumentLinkInclude;
        Select: Prisma.DocumentLinkSelect;
        OrderBy: Prisma.DocumentLinkOrderByWithRelationInput;
        WhereUnique: Prisma.DocumentLinkWhereUniqueInput;
        Where: Prisma.DocumentLinkWhereInput;
        Create: {};
        Update: {};
        RelationName: "from" | "to" | "cases" | "citations";
        ListRelations: "cases" | "citations";
        Relations: {
            from: {
                Shape: Document;
                Name: "Document";
                Nullable: false;
            };
            to: {
                Shape: Document;
                Name: "Document";
                Nullable: false;
            };
            cases: {
                Shape: Case[];
                Name: "Case";
                Nullable: false;
            };
            citations: {
                Shape: Citation[];
                Name: "Citation";
                Nullable: false;
            };
        };
    };
    Passage: {
        Name: "Passage";
        Shape: Passage;
        Include: Prisma.PassageInclude;
        Select: Prisma.PassageSelect;
        OrderBy: Prisma.PassageOrderByWithRelationInput;
        WhereUnique: Prisma.PassageWhereUniqueInput;
        Where: Prisma.PassageWhereInput;
        Create: {};
        Update: {};
        RelationName: "document" | "cases" | "citations";
        ListRelations: "cases" | "citations";
        Relations: {
            document: {
                Shape: Document;
                Name: "Document";
                Nullable: false;
            };
            cases: {
                Shape: Case[];
                Name: "Case";
                Nullable: false;
            };
            citations: {
                Shape: Citation[];
                Name: "Citation";
                Nullable: false;
            };
        };
    };
    Citation: {
        Name: "Citation";
        Shape: Citation;
        Include: Prisma.CitationInclude;
        Select: Prisma.CitationSelect;
        OrderBy: Prisma.CitationOrderByWithRelationInput;
        WhereUnique: Prisma.CitationWhereUniqueInput;
        Where: Prisma.CitationWhereInput;
        Create: {};
        Update: {};
        RelationName: "case" | "passage" | "document" | "actor" | "name" | "relationship" | "place" | "event" | "participation" | "item" | "measure" | "eventLink" | "statement" | "claim" | "position" | "claimLink" | "legalAction" | "legalParty" | "legalStatus" | "legalTerm" | "legalLink" | "legalGround" | "documentLink" | "residence";
        ListRelations: never;
        Relations: {
            case: {
                Shape: Case;
                Name: "Case";
                Nullable: false;
            };
            passage: {
                Shape: Passage;
                Name: "Passage";
                Nullable: false;
            };
            document: {
                Shape: Document | null;
                Name: "Document";
                Nullable: true;
            };
            actor: {
                Shape: Actor | null;
                Name: "Actor";
                Nullable: true;
            };
            name: {
                Shape: Name | null;
                Name: "Name";
                Nullable: true;
            };
            relationship: {
                Shape: Relationship | null;
                Name: "Relationship";
                Nullable: true;
            };
            place: {
                Shape: Place | null;
                Name: "Place";
                Nullable: true;
            };
            event: {
                Shape: Event | null;
                Name: "Event";
                Nullable: true;
            };
            participation: {
                Shape: Participation | null;
                Name: "Participation";
                Nullable: true;
            };
            item: {
                Shape: Item | null;
                Name: "Item";
                Nullable: true;
            };
            measure: {
                Shape: Measure | null;
                Name: "Measure";
                Nullable: true;
            };
            eventLink: {
                Shape: EventLink | null;
                Name: "EventLink";
                Nullable: true;
            };
            statement: {
                Shape: Statement | null;
                Name: "Statement";
                Nullable: true;
            };
            claim: {
                Shape: Claim | null;
                Name: "Claim";
                Nullable: true;
            };
            position: {
                Shape: Position | null;
                Name: "Position";
                Nullable: true;
            };
            claimLink: {
                Shape: ClaimLink | null;
                Name: "ClaimLink";
                Nullable: true;
            };
            legalAction: {
                Shape: LegalAction | null;
                Name: "LegalAction";
                Nullable: true;
            };
            legalParty: {
                Shape: LegalParty | null;
                Name: "LegalParty";
                Nullable: true;
            };
            legalStatus: {
                Shape: LegalStatus | null;
                Name: "LegalStatus";
                Nullable: true;
            };
            legalTerm: {
                Shape: LegalTerm | null;
                Name: "LegalTerm";
                Nullable: true;
            };
            legalLink: {
                Shape: LegalLink | null;
                Name: "LegalLink";
                Nullable: true;
            };
            legalGround: {
                Shape: LegalGround | null;
                Name: "LegalGround";
                Nullable: true;
            };
            documentLink: {
                Shape: DocumentLink | null;
                Name: "DocumentLink";
                Nullable: true;
            };
            residence: {
                Shape: Residence | null;
                Name: "Residence";
                Nullable: true;
            };
        };
    };
    Actor: {
        Name: "Actor";
        Shape: Actor;
        Include: Prisma.ActorInclude;
        Select: Prisma.ActorSelect;
        OrderBy: Prisma.ActorOrderByWithRelationInput;
        WhereUnique: Prisma.ActorWhereUniqueInput;
        Where: Prisma.ActorWhereInput;
        Create: {};
        Update: {};
        RelationName: "cases" | "names" | "relationships" | "incomingRelationships" | "residences" | "participations" | "legalParties" | "statements" | "speakerships" | "statementsOnBehalf" | "statementsReceived" | "mentions" | "heldResponsibleIn" | "claimsMentioning" | "documentsPublished" | "claims" | "measures" | "citations";
        ListRelations: "cases" | "names" | "relationships" | "incomingRelationships" | "residences" | "participations" | "legalParties" | "statements" | "speakerships" | "statementsOnBehalf" | "statementsReceived" | "mentions" | "heldResponsibleIn" | "claimsMentioning" | "documentsPublished" | "claims" | "measures" | "citations";
        Relations: {
            cases: {
                Shape: Case[];
                Name: "Case";
                Nullable: false;
            };
            names: {
                Shape: Name[];
                Name: "Name";
                Nullable: false;
            };
            relationships: {
                Shape: Relationship[];
                Name: "Relationship";
                Nullable: false;
            };
            incomingRelationships: {
                Shape: Relationship[];
                Name: "Relationship";
                Nullable: false;
            };
            residences: {
                Shape: Residence[];
                Name: "Residence";
                Nullable: false;
            };
            participations: {
                Shape: Participation[];
                Name: "Participation";
                Nullable: false;
            };
            legalParties: {
                Shape: LegalParty[];
                Name: "LegalParty";
                Nullable: false;
            };
            statements: {
                Shape: Statement[];
                Name: "Statement";
                Nullable: false;
            };
            speakerships: {
                Shape: StatementSpeaker[];
                Name: "StatementSpeaker";
                Nullable: false;
            };
            statementsOnBehalf: {
                Shape: Statement[];
                Name: "Statement";
                Nullable: false;
            };
            statementsReceived: {
                Shape: Statement[];
                Name: "Statement";
                Nullable: false;
            };
            mentions: {
                Shape: Statement[];
                Name: "Statement";
                Nullable: false;
            };
            heldResponsibleIn: {
                Shape: Claim[];
                Name: "Claim";
                Nullable: false;
            };
            claimsMentioning: {
                Shape: Claim[];
                Name: "Claim";
                Nullable: false;
            };
            documentsPublished: {
                Shape: Document[];
                Name: "Document";
                Nullable: false;
            };
            claims: {
                Shape: Claim[];
                Name: "Claim";
                Nullable: false;
            };
            measures: {
                Shape: Measure[];
                Name: "Measure";
                Nullable: false;
            };
            citations: {
                Shape: Citation[];
                Name: "Citation";
                Nullable: false;
            };
        };
    };
    Name: {
        Name: "Name";
        Shape: Name;
        Include: Prisma.NameInclude;
        Select: Prisma.NameSelect;
        OrderBy: Prisma.NameOrderByWithRelationInput;
        WhereUnique: Prisma.NameWhereUniqueInput;
        Where: Prisma.NameWhereInput;
        Create: {};
        Update: {};
        RelationName: "actor" | "event" | "place" | "cases" | "citations";
        ListRelations: "cases" | "citations";
        Relations: {
            actor: {
                Shape: Actor | null;
                Name: "Actor";
                Nullable: true;
            };
            event: {
                Shape: Event | null;
                Name: "Event";
                Nullable: true;
            };
            place: {
                Shape: Place | null;
                Name: "Place";
                Nullable: true;
            };
            cases: {
                Shape: Case[];
                Name: "Case";
                Nullable: false;
            };
            citations: {
                Shape: Citation[];
                Name: "Citation";
                Nullable: false;
            };
        };
    };
    Relationship: {
        Name: "Relationship";
        Shape: Relationship;
        Include: Prisma.RelationshipInclude;
        Select: Prisma.RelationshipSelect;
        OrderBy: Prisma.RelationshipOrderByWithRelationInput;
        WhereUnique: Prisma.RelationshipWhereUniqueInput;
        Where: Prisma.RelationshipWhereInput;
        Create: {};
        Update: {};
        RelationName: "from" | "to" | "cases" | "citations";
        ListRelations: "cases" | "citations";
        Relations: {
            from: {
                Shape: Actor;
                Name: "Actor";
                Nullable: false;
            };
            to: {
                Shape: Actor;
                Name: "Actor";
                Nullable: false;
            };
            cases: {
                Shape: Case[];
                Name: "Case";
                Nullable: false;
            };
            citations: {
                Shape: Citation[];
                Name: "Citation";
                Nullable: false;
            };
        };
    };
    Residence: {
        Name: "Residence";
        Shape: Residence;
        Include: Prisma.ResidenceInclude;
        Select: Prisma.ResidenceSelect;
        OrderBy: Prisma.ResidenceOrderByWithRelationInput;
        WhereUnique: Prisma.ResidenceWhereUniqueInput;
        Where: Prisma.ResidenceWhereInput;
        Create: {};
        Update: {};
        RelationName: "actor" | "place" | "cases" | "citations";
        ListRelations: "cases" | "citations";
        Relations: {
            actor: {
                Shape: Actor;
                Name: "Actor";
                Nullable: false;
            };
            place: {
                Shape: Place;
                Name: "Place";
                Nullable: false;
            };
            cases: {
                Shape: Case[];
                Name: "Case";
                Nullable: false;
            };
            citations: {
                Shape: Citation[];
                Name: "Citation";
                Nullable: false;
            };
        };
    };
    Place: {
        Name: "Place";
        Shape: Place;
        Include: Prisma.PlaceInclude;
        Select: Prisma.PlaceSelect;
        OrderBy: Prisma.PlaceOrderByWithRelationInput;
        WhereUnique: Prisma.PlaceWhereUniqueInput;
        Where: Prisma.PlaceWhereInput;
        Create: {};
        Update: {};
        RelationName: "parent" | "children" | "ancestors" | "descendants" | "cases" | "names" | "events" | "legalActions" | "residences" | "citations";
        ListRelations: "children" | "ancestors" | "descendants" | "cases" | "names" | "events" | "legalActions" | "residences" | "citations";
        Relations: {
            parent: {
                Shape: Place | null;
                Name: "Place";
                Nullable: true;
            };
            children: {
                Shape: Place[];
                Name: "Place";
                Nullable: false;
            };
            ancestors: {
                Shape: Place[];
                Name: "Place";
                Nullable: false;
            };
            descendants: {
                Shape: Place[];
                Name: "Place";
                Nullable: false;
            };
            cases: {
                Shape: Case[];
                Name: "Case";
                Nullable: false;
            };
            names: {
                Shape: Name[];
                Name: "Name";
                Nullable: false;
            };
            events: {
                Shape: Event[];
                Name: "Event";
                Nullable: false;
            };
            legalActions: {
                Shape: LegalAction[];
                Name: "LegalAction";
                Nullable: false;
            };
            residences: {
                Shape: Residence[];
                Name: "Residence";
                Nullable: false;
            };
            citations: {
                Shape: Citation[];
                Name: "Citation";
                Nullable: false;
            };
        };
    };
    Event: {
        Name: "Event";
        Shape: Event;
        Include: Prisma.EventInclude;
        Select: Prisma.EventSelect;
        OrderBy: Prisma.EventOrderByWithRelationInput;
        WhereUnique: Prisma.EventWhereUniqueInput;
        Where: Prisma.EventWhereInput;
        Create: {};
        Update: {};
        RelationName: "case" | "place" | "parent" | "children" | "names" | "participations" | "items" | "itemsFound" | "measures" | "links" | "incomingLinks" | "statements" | "statementsMade" | "legalActions" | "legalGrounds" | "claims" | "citations";
        ListRelations: "children" | "names" | "participations" | "items" | "itemsFound" | "measures" | "links" | "incomingLinks" | "statements" | "statementsMade" | "legalActions" | "legalGrounds" | "claims" | "citations";
        Relations: {
            case: {
                Shape: Case;
                Name: "Case";
                Nullable: false;
            };
            place: {
                Shape: Place | null;
                Name: "Place";
                Nullable: true;
            };
            parent: {
                Shape: Event | null;
                Name: "Event";
                Nullable: true;
            };
            children: {
                Shape: Event[];
                Name: "Event";
                Nullable: false;
            };
            names: {
                Shape: Name[];
                Name: "Name";
                Nullable: false;
            };
            participations: {
                Shape: Participation[];
                Name: "Participation";
                Nullable: false;
            };
            items: {
                Shape: Item[];
                Name: "Item";
                Nullable: false;
            };
            itemsFound: {
                Shape: Item[];
                Name: "Item";
                Nullable: false;
            };
            measures: {
                Shape: Measure[];
                Name: "Measure";
                Nullable: false;
            };
            links: {
                Shape: EventLink[];
                Name: "EventLink";
                Nullable: false;
            };
            incomingLinks: {
                Shape: EventLink[];
                Name: "EventLink";
                Nullable: false;
            };
            statements: {
                Shape: Statement[];
                Name: "Statement";
                Nullable: false;
            };
            statementsMade: {
                Shape: Statement[];
                Name: "Statement";
                Nullable: false;
            };
            legalActions: {
                Shape: LegalAction[];
                Name: "LegalAction";
                Nullable: false;
            };
            legalGrounds: {
                Shape: LegalGround[];
                Name: "LegalGround";
                Nullable: false;
            };
            claims: {
                Shape: Claim[];
                Name: "Claim";
                Nullable: false;
            };
            citations: {
                Shape: Citation[];
                Name: "Citation";
                Nullable: false;
            };
        };
    };
    Participation: {
        Name: "Participation";
        Shape: Participation;
        Include: Prisma.ParticipationInclude;
        Select: Prisma.ParticipationSelect;
        OrderBy: Prisma.ParticipationOrderByWithRelationInput;
        WhereUnique: Prisma.ParticipationWhereUniqueInput;
        Where: Prisma.ParticipationWhereInput;
        Create: {};
        Update: {};
        RelationName: "case" | "event" | "actor" | "measures" | "citations";
        ListRelations: "measures" | "citations";
        Relations: {
            case: {
                Shape: Case;
                Name: "Case";
                Nullable: false;
            };
            event: {
                Shape: Event;
                Name: "Event";
                Nullable: false;
            };
            actor: {
                Shape: Actor;
                Name: "Actor";
                Nullable: false;
            };
            measures: {
                Shape: Measure[];
                Name: "Measure";
                Nullable: false;
            };
            citations: {
                Shape: Citation[];
                Name: "Citation";
                Nullable: false;
            };
        };
    };
    Item: {
        Name: "Item";
        Shape: Item;
        Include: Prisma.ItemInclude;
        Select: Prisma.ItemSelect;
        OrderBy: Prisma.ItemOrderByWithRelationInput;
        WhereUnique: Prisma.ItemWhereUniqueInput;
        Where: Prisma.ItemWhereInput;
        Create: {};
        Update: {};
        RelationName: "case" | "event" | "foundAt" | "citations";
        ListRelations: "citations";
        Relations: {
            case: {
                Shape: Case;
                Name: "Case";
                Nullable: false;
            };
            event: {
                Shape: Event;
                Name: "Event";
                Nullable: false;
            };
            foundAt: {
                Shape: Event | null;
                Name: "Event";
                Nullable: true;
            };
            citations: {
                Shape: Citation[];
                Name: "Citation";
                Nullable: false;
            };
        };
    };
    Measure: {
        Name: "Measure";
        Shape: Measure;
        Include: Prisma.MeasureInclude;
        Select: Prisma.MeasureSelect;
        OrderBy: Prisma.MeasureOrderByWithRelationInput;
        WhereUnique: Prisma.MeasureWhereUniqueInput;
        Where: Prisma.MeasureWhereInput;
        Create: {};
        Update: {};
        RelationName: "event" | "legalAction" | "participation" | "actor" | "cases" | "citations";
        ListRelations: "cases" | "citations";
        Relations: {
            event: {
                Shape: Event | null;
                Name: "Event";
                Nullable: true;
            };
            legalAction: {
                Shape: LegalAction | null;
                Name: "LegalAction";
                Nullable: true;
            };
            participation: {
                Shape: Participation | null;
                Name: "Participation";
                Nullable: true;
            };
            actor: {
                Shape: Actor | null;
                Name: "Actor";
                Nullable: true;
            };
            cases: {
                Shape: Case[];
                Name: "Case";
                Nullable: false;
            };
            citations: {
                Shape: Citation[];
                Name: "Citation";
                Nullable: false;
            };
        };
    };
    EventLink: {
        Name: "EventLink";
        Shape: EventLink;
        Include: Prisma.EventLinkInclude;
        Select: Prisma.EventLinkSelect;
        OrderBy: Prisma.EventLinkOrderByWithRelationInput;
        WhereUnique: Prisma.EventLinkWhereUniqueInput;
        Where: Prisma.EventLinkWhereInput;
        Create: {};
        Update: {};
        RelationName: "case" | "from" | "to" | "citations";
        ListRelations: "citations";
        Relations: {
            case: {
                Shape: Case;
                Name: "Case";
                Nullable: false;
            };
            from: {
                Shape: Event;
                Name: "Event";
                Nullable: false;
            };
            to: {
                Shape: Event;
                Name: "Event";
                Nullable: false;
            };
            citations: {
                Shape: Citation[];
                Name: "Citation";
                Nullable: false;
            };
        };
    };
    Statement: {
        Name: "Statement";
        Shape: Statement;
        Include: Prisma.StatementInclude;
        Select: Prisma.StatementSelect;
        OrderBy: Prisma.StatementOrderByWithRelationInput;
        WhereUnique: Prisma.StatementWhereUniqueInput;
        Where: Prisma.StatementWhereInput;
        Create: {};
        Update: {};
        RelationName: "case" | "speakers" | "speakerOrder" | "onBehalfOf" | "addressees" | "actors" | "events" | "legalActions" | "reportedIn" | "reports" | "occasion" | "positions" | "citations";
        ListRelations: "speakers" | "speakerOrder" | "addressees" | "actors" | "events" | "legalActions" | "reports" | "positions" | "citations";
        Relations: {
            case: {
                Shape: Case;
                Name: "Case";
                Nullable: false;
            };
            speakers: {
                Shape: Actor[];
                Name: "Actor";
                Nullable: false;
            };
            speakerOrder: {
                Shape: StatementSpeaker[];
                Name: "StatementSpeaker";
                Nullable: false;
            };
            onBehalfOf: {
                Shape: Actor | null;
                Name: "Actor";
                Nullable: true;
            };
            addressees: {
                Shape: Actor[];
                Name: "Actor";
                Nullable: false;
            };
            actors: {
                Shape: Actor[];
                Name: "Actor";
                Nullable: false;
            };
            events: {
                Shape: Event[];
                Name: "Event";
                Nullable: false;
            };
            legalActions: {
                Shape: LegalAction[];
                Name: "LegalAction";
                Nullable: false;
            };
            reportedIn: {
                Shape: Statement | null;
                Name: "Statement";
                Nullable: true;
            };
            reports: {
                Shape: Statement[];
                Name: "Statement";
                Nullable: false;
            };
            occasion: {
                Shape: Event | null;
                Name: "Event";
                Nullable: true;
            };
            positions: {
                Shape: Position[];
                Name: "Position";
                Nullable: false;
            };
            citations: {
                Shape: Citation[];
                Name: "Citation";
                Nullable: false;
            };
        };
    };
    StatementSpeaker: {
        Name: "StatementSpeaker";
        Shape: StatementSpeaker;
        Include: Prisma.StatementSpeakerInclude;
        Select: Prisma.StatementSpeakerSelect;
        OrderBy: Prisma.StatementSpeakerOrderByWithRelationInput;
        WhereUnique: Prisma.StatementSpeakerWhereUniqueInput;
        Where: Prisma.StatementSpeakerWhereInput;
        Create: {};
        Update: {};
        RelationName: "statement" | "actor";
        ListRelations: never;
        Relations: {
            statement: {
                Shape: Statement;
                Name: "Statement";
                Nullable: false;
            };
            actor: {
                Shape: Actor;
                Name: "Actor";
                Nullable: false;
            };
        };
    };
    Claim: {
        Name: "Claim";
        Shape: Claim;
        Include: Prisma.ClaimInclude;
        Select: Prisma.ClaimSelect;
        OrderBy: Prisma.ClaimOrderByWithRelationInput;
        WhereUnique: Prisma.ClaimWhereUniqueInput;
        Where: Prisma.ClaimWhereInput;
        Create: {};
        Update: {};
        RelationName: "case" | "event" | "legalAction" | "actor" | "holdsResponsible" | "mentions" | "positions" | "links" | "incomingLinks" | "citations";
        ListRelations: "holdsResponsible" | "mentions" | "positions" | "links" | "incomingLinks" | "citations";
        Relations: {
            case: {
                Shape: Case;
                Name: "Case";
                Nullable: false;
            };
            event: {
                Shape: Event | null;
                Name: "Event";
                Nullable: true;
            };
            legalAction: {
                Shape: LegalAction | null;
                Name: "LegalAction";
                Nullable: true;
            };
            actor: {
                Shape: Actor | null;
                Name: "Actor";
                Nullable: true;
            };
            holdsResponsible: {
                Shape: Actor[];
                Name: "Actor";
                Nullable: false;
            };
            mentions: {
                Shape: Actor[];
                Name: "Actor";
                Nullable: false;
            };
            positions: {
                Shape: Position[];
                Name: "Position";
                Nullable: false;
            };
            links: {
                Shape: ClaimLink[];
                Name: "ClaimLink";
                Nullable: false;
            };
            incomingLinks: {
                Shape: ClaimLink[];
                Name: "ClaimLink";
                Nullable: false;
            };
            citations: {
                Shape: Citation[];
                Name: "Citation";
                Nullable: false;
            };
        };
    };
    Position: {
        Name: "Position";
        Shape: Position;
        Include: Prisma.PositionInclude;
        Select: Prisma.PositionSelect;
        OrderBy: Prisma.PositionOrderByWithRelationInput;
        WhereUnique: Prisma.PositionWhereUniqueInput;
        Where: Prisma.PositionWhereInput;
        Create: {};
        Update: {};
        RelationName: "case" | "statement" | "claim" | "citations";
        ListRelations: "citations";
        Relations: {
            case: {
                Shape: Case;
                Name: "Case";
                Nullable: false;
            };
            statement: {
                Shape: Statement;
                Name: "Statement";
                Nullable: false;
            };
            claim: {
                Shape: Claim;
                Name: "Claim";
                Nullable: false;
            };
            citations: {
                Shape: Citation[];
                Name: "Citation";
                Nullable: false;
            };
        };
    };
    ClaimLink: {
        Name: "ClaimLink";
        Shape: ClaimLink;
        Include: Prisma.ClaimLinkInclude;
        Select: Prisma.ClaimLinkSelect;
        OrderBy: Prisma.ClaimLinkOrderByWithRelationInput;
        WhereUnique: Prisma.ClaimLinkWhereUniqueInput;
        Where: Prisma.ClaimLinkWhereInput;
        Create: {};
        Update: {};
        RelationName: "case" | "from" | "to" | "citations";
        ListRelations: "citations";
        Relations: {
            case: {
                Shape: Case;
                Name: "Case";
                Nullable: false;
            };
            from: {
                Shape: Claim;
                Name: "Claim";
                Nullable: false;
            };
            to: {
                Shape: Claim;
                Name: "Claim";
                Nullable: false;
            };
            citations: {
                Shape: Citation[];
                Name: "Citation";
                Nullable: false;
            };
        };
    };
    LegalAction: {
        Name: "LegalAction";
        Shape: LegalAction;
        Include: Prisma.LegalActionInclude;
        Select: Prisma.LegalActionSelect;
        OrderBy: Prisma.LegalActionOrderByWithRelationInput;
        WhereUnique: Prisma.LegalActionWhereUniqueInput;
        Where: Prisma.LegalActionWhereInput;
        Create: {};
        Update: {};
        RelationName: "case" | "place" | "events" | "grounds" | "parties" | "statuses" | "terms" | "measures" | "links" | "incomingLinks" | "statements" | "claims" | "citations";
        ListRelations: "events" | "grounds" | "parties" | "statuses" | "terms" | "measures" | "links" | "incomingLinks" | "statements" | "claims" | "citations";
        Relations: {
            case: {
                Shape: Case;
                Name: "Case";
                Nullable: false;
            };
            place: {
                Shape: Place | null;
                Name: "Place";
                Nullable: true;
            };
            events: {
                Shape: Event[];
                Name: "Event";
                Nullable: false;
            };
            grounds: {
                Shape: LegalGround[];
                Name: "LegalGround";
                Nullable: false;
            };
            parties: {
                Shape: LegalParty[];
                Name: "LegalParty";
                Nullable: false;
            };
            statuses: {
                Shape: LegalStatus[];
                Name: "LegalStatus";
                Nullable: false;
            };
            terms: {
                Shape: LegalTerm[];
                Name: "LegalTerm";
                Nullable: false;
            };
            measures: {
                Shape: Measure[];
                Name: "Measure";
                Nullable: false;
            };
            links: {
                Shape: LegalLink[];
                Name: "LegalLink";
                Nullable: false;
            };
            incomingLinks: {
                Shape: LegalLink[];
                Name: "LegalLink";
                Nullable: false;
            };
            statements: {
                Shape: Statement[];
                Name: "Statement";
                Nullable: false;
            };
            claims: {
                Shape: Claim[];
                Name: "Claim";
                Nullable: false;
            };
            citations: {
                Shape: Citation[];
                Name: "Citation";
                Nullable: false;
            };
        };
    };
    LegalParty: {
        Name: "LegalParty";
        Shape: LegalParty;
        Include: Prisma.LegalPartyInclude;
        Select: Prisma.LegalPartySelect;
        OrderBy: Prisma.LegalPartyOrderByWithRelationInput;
        WhereUnique: Prisma.LegalPartyWhereUniqueInput;
        Where: Prisma.LegalPartyWhereInput;
        Create: {};
        Update: {};
        RelationName: "case" | "legalAction" | "actor" | "citations";
        ListRelations: "citations";
        Relations: {
            case: {
                Shape: Case;
                Name: "Case";
                Nullable: false;
            };
            legalAction: {
                Shape: LegalAction;
                Name: "LegalAction";
                Nullable: false;
            };
            actor: {
                Shape: Actor;
                Name: "Actor";
                Nullable: false;
            };
            citations: {
                Shape: Citation[];
                Name: "Citation";
                Nullable: false;
            };
        };
    };
    LegalStatus: {
        Name: "LegalStatus";
        Shape: LegalStatus;
        Include: Prisma.LegalStatusInclude;
        Select: Prisma.LegalStatusSelect;
        OrderBy: Prisma.LegalStatusOrderByWithRelationInput;
        WhereUnique: Prisma.LegalStatusWhereUniqueInput;
        Where: Prisma.LegalStatusWhereInput;
        Create: {};
        Update: {};
        RelationName: "case" | "legalAction" | "citations";
        ListRelations: "citations";
        Relations: {
            case: {
                Shape: Case;
                Name: "Case";
                Nullable: false;
            };
            legalAction: {
                Shape: LegalAction;
                Name: "LegalAction";
                Nullable: false;
            };
            citations: {
                Shape: Citation[];
                Name: "Citation";
                Nullable: false;
            };
        };
    };
    LegalTerm: {
        Name: "LegalTerm";
        Shape: LegalTerm;
        Include: Prisma.LegalTermInclude;
        Select: Prisma.LegalTermSelect;
        OrderBy: Prisma.LegalTermOrderByWithRelationInput;
        WhereUnique: Prisma.LegalTermWhereUniqueInput;
        Where: Prisma.LegalTermWhereInput;
        Create: {};
        Update: {};
        RelationName: "case" | "legalAction" | "citations";
        ListRelations: "citations";
        Relations: {
            case: {
                Shape: Case;
                Name: "Case";
                Nullable: false;
            };
            legalAction: {
                Shape: LegalAction;
                Name: "LegalAction";
                Nullable: false;
            };
            citations: {
                Shape: Citation[];
                Name: "Citation";
                Nullable: false;
            };
        };
    };
    LegalGround: {
        Name: "LegalGround";
        Shape: LegalGround;
        Include: Prisma.LegalGroundInclude;
        Select: Prisma.LegalGroundSelect;
        OrderBy: Prisma.LegalGroundOrderByWithRelationInput;
        WhereUnique: Prisma.LegalGroundWhereUniqueInput;
        Where: Prisma.LegalGroundWhereInput;
        Create: {};
        Update: {};
        RelationName: "case" | "legalAction" | "event" | "citations";
        ListRelations: "citations";
        Relations: {
            case: {
                Shape: Case;
                Name: "Case";
                Nullable: false;
            };
            legalAction: {
                Shape: LegalAction;
                Name: "LegalAction";
                Nullable: false;
            };
            event: {
                Shape: Event;
                Name: "Event";
                Nullable: false;
            };
            citations: {
                Shape: Citation[];
                Name: "Citation";
                Nullable: false;
            };
        };
    };
    LegalLink: {
        Name: "LegalLink";
        Shape: LegalLink;
        Include: Prisma.LegalLinkInclude;
        Select: Prisma.LegalLinkSelect;
        OrderBy: Prisma.LegalLinkOrderByWithRelationInput;
        WhereUnique: Prisma.LegalLinkWhereUniqueInput;
        Where: Prisma.LegalLinkWhereInput;
        Create: {};
        Update: {};
        RelationName: "case" | "from" | "to" | "citations";
        ListRelations: "citations";
        Relations: {
            case: {
                Shape: Case;
                Name: "Case";
                Nullable: false;
            };
            from: {
                Shape: LegalAction;
                Name: "LegalAction";
                Nullable: false;
            };
            to: {
                Shape: LegalAction;
                Name: "LegalAction";
                Nullable: false;
            };
            citations: {
                Shape: Citation[];
                Name: "Citation";
                Nullable: false;
            };
        };
    };
}